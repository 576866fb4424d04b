using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Ends an upload that is not wanted any more, and frees its bytes at once. A finished one is a file, and is kept as such.</summary>
/// <remarks>tus 1.0.0, extension termination.</remarks>
internal static class EndUpload
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/uploads/{id}", Handle)
            .WithName("EndUpload")
            .WithTags("Files")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status423Locked)
            .Needs(Permission.FilesWrite);

    private static async Task Handle(
        FileId id,
        HttpContext http,
        KernelDb db,
        UploadDesk desk,
        UploadFolder folder,
        CancellationToken ct
    )
    {
        Tus.CheckVersion(http.Request);
        var upload = await desk.Find(id, ct);
        if (upload.State is UploadState.Open)
        {
            await using var file = await desk.Open(upload, ct);
            if (upload.State is UploadState.Open)
                await End(upload, db, desk, folder, ct);
        }
        if (upload.State is UploadState.Stored)
            throw new Refused("upload.finished");
        if (upload.State is UploadState.Refused)
            await End(upload, db, desk, folder, ct);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static async Task End(
        UploadRow upload,
        KernelDb db,
        UploadDesk desk,
        UploadFolder folder,
        CancellationToken ct
    )
    {
        upload.End(desk.Now);
        await db.SaveChangesAsync(ct);
        folder.Delete(upload.Id);
    }
}
