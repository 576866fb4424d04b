using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Fourfold.Kernel.Files;

/// <summary>Gives a file's bytes out, always as a download and never to be guessed at by the browser. Each look leaves an audit row.</summary>
internal static class ReadFile
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/files/{id}", Handle)
            .WithName("ReadFile")
            .WithTags("Files")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.FilesRead, Purposes.SeaWatch, Purposes.CaseWork, Purposes.FieldWork);

    private static async Task<FileStreamHttpResult> Handle(
        FileId id,
        HttpContext http,
        KernelDb db,
        ContentFolder folder,
        CancellationToken ct
    )
    {
        var row =
            await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct)
            ?? throw Refused.NotFound("file.unknown");
        // What it belongs to decides who may see it, and opens it.
        if (row.IsSealed)
            throw new Refused("file.sealed", StatusCodes.Status403Forbidden);
        var content = folder.Open(row.Sha256) ?? throw Refused.NotFound("file.content-missing");
        db.Audit("file.read", "file", id.ToString());
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "private, max-age=0, must-revalidate";
        return TypedResults.File(
            content,
            row.MediaType,
            $"{id}.{FileCheck.ExtensionOf(row.MediaType)}",
            row.StoredAt,
            new EntityTagHeaderValue($"\"{row.Sha256}\""),
            enableRangeProcessing: true // Nobody looks a video through from its beginning.
        );
    }
}
