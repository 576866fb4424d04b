using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Adds bytes to an upload where it stands; with the last of them it becomes a file.</summary>
/// <remarks>tus 1.0.0, core and checksum.</remarks>
internal static class ContinueUpload
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPatch("/uploads/{id}", Handle)
            .WithName("ContinueUpload")
            .WithTags("Files")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status423Locked)
            .ProducesProblem(Tus.ChecksumMismatch)
            .Needs(Permission.FilesWrite);

    private static async Task Handle(
        FileId id,
        HttpContext http,
        UploadDesk desk,
        ReceiveBytes receive,
        CancellationToken ct
    )
    {
        Tus.CheckVersion(http.Request);
        if (!Tus.HasBytes(http.Request))
            throw new Refused("upload.body-refused", StatusCodes.Status415UnsupportedMediaType).With(
                "accepted",
                Tus.Body
            );
        var offset = Tus.Number(http.Request, Tus.OffsetHeader, "upload.offset-malformed");
        var upload = await desk.Find(id, ct);
        UploadDesk.ThrowIfRefused(upload);
        if (upload.State is UploadState.Open)
        {
            await using var file = await desk.Open(upload, ct);
            UploadDesk.ThrowIfRefused(upload);
            CheckOffset(desk, upload, offset);
            if (upload.State is UploadState.Open)
                await receive.Run(upload, file, http, ct);
        }
        else
        {
            CheckOffset(desk, upload, offset);
        }
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        Tus.Tell(http.Response, upload, desk.OffsetOf(upload));
    }

    private static void CheckOffset(UploadDesk desk, UploadRow upload, long offset)
    {
        var actual = desk.OffsetOf(upload);
        if (offset != actual)
            throw new Refused("upload.offset-wrong").With("offset", offset).With("actual", actual);
    }
}
