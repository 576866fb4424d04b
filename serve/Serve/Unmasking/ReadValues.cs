using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Serve.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Unmasking;

/// <summary>Opens sensitive answers to whoever asked, while the consent holds. Each look is written down.</summary>
internal static class ReadValues
{
    /// <param name="SubmissionId">Whose answers.</param>
    /// <param name="RequestId">What they are shown for.</param>
    /// <param name="ValidUntil">Masked again then.</param>
    /// <param name="Values">By pointer; null for what was deleted meanwhile.</param>
    internal sealed record ValuesView(
        SubmissionId SubmissionId,
        UnmaskRequestId RequestId,
        DateTimeOffset? ValidUntil,
        IReadOnlyDictionary<string, JsonElement?> Values
    );

    public static void Map(IEndpointRouteBuilder submissions) =>
        submissions
            .MapGet("/{id}/values", Handle)
            .WithName("ReadSealedValues")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .NeedsPurpose(Permission.SubmissionsUnmask, ListSubmissions.For);

    private static async Task<Ok<ValuesView>> Handle(
        SubmissionId id,
        UnmaskRequestId request,
        HttpContext http,
        ServeDb db,
        SealedValues closed,
        CancellationToken ct
    )
    {
        var asked = await closed.Consented(id, request, ct);
        var values = await closed.Open(asked, ct);
        // Written down before it is shown.
        db.Audit(
            "submission.unmasked",
            "submission",
            id.ToString(),
            new
            {
                Request = request,
                asked.Fields,
                asked.Purpose,
                asked.Case,
            }
        );
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ValuesView(id, request, asked.ValidUntil, values));
    }
}
