using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Unmasking;

/// <summary>Shows a sealed picture or film to whoever asked for its answer, while the consent holds. Each look is written down.</summary>
internal static class ReadSealedMedia
{
    public static void Map(IEndpointRouteBuilder submissions) =>
        submissions
            .MapGet("/{id}/media/{name}", Handle)
            .WithName("ReadSealedMedia")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .NeedsPurpose(Permission.SubmissionsUnmask, ListSubmissions.For);

    /// <param name="id">Whose.</param>
    /// <param name="name">As the opened answer has it.</param>
    /// <param name="request">What it is shown for; one of its fields holds the name.</param>
    private static async Task<FileStreamHttpResult> Handle(
        SubmissionId id,
        string name,
        UnmaskRequestId request,
        HttpContext http,
        ServeDb db,
        SealedValues closed,
        ISealedFiles files,
        CancellationToken ct
    )
    {
        var asked = await closed.Consented(id, request, ct);
        var values = await closed.Open(asked, ct);
        var media = await db
            .SubmissionMedia.AsNoTracking()
            .FirstOrDefaultAsync(m => m.Submission == id && m.Name == name && m.IsSealed, ct);
        if (media is null || !values.Values.Any(value => value is { } there && SealedValues.Has(there, name)))
            throw Refused.NotFound("form.media-unknown");
        var opened =
            (media.File is { } file ? await files.Open(file, media.Place, ct) : null)
            ?? throw Refused.NotFound("file.content-missing");
        http.Response.RegisterForDisposeAsync(opened.Content);
        // Written down before it is shown.
        db.Audit(
            "submission.media-unmasked",
            "submission",
            id.ToString(),
            new
            {
                Request = request,
                media.Code,
                asked.Purpose,
                asked.Case,
            }
        );
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            opened.Content,
            opened.MediaType,
            opened.FileName,
            opened.StoredAt,
            enableRangeProcessing: true // Nobody looks a film through from its beginning.
        );
    }
}
