using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>How far an upload is. One that was refused is gone; why is told where it would be begun or continued.</summary>
/// <remarks>tus 1.0.0, core.</remarks>
internal static class AskUpload
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapMethods("/uploads/{id}", [HttpMethods.Head], Handle)
            .WithName("AskUpload")
            .WithTags("Files")
            .Produces(StatusCodes.Status200OK)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .Needs(Permission.FilesWrite);
        // TusMiddleware writes the answer's headers.
        api.MapMethods("/uploads", [HttpMethods.Options], () => TypedResults.NoContent())
            .WithName("DescribeUploads")
            .WithTags("Files")
            .Needs(Permission.FilesWrite);
        api.MapMethods("/uploads/{id}", [HttpMethods.Options], (FileId id) => TypedResults.NoContent())
            .ExcludeFromDescription()
            .Needs(Permission.FilesWrite);
    }

    private static async Task Handle(FileId id, HttpContext http, UploadDesk desk, CancellationToken ct)
    {
        Tus.CheckVersion(http.Request);
        var upload = await desk.Find(id, ct);
        if (upload.State is UploadState.Refused)
            throw new Refused("upload.gone", StatusCodes.Status410Gone);
        Tus.Tell(http.Response, upload, desk.OffsetOf(upload));
        http.Response.Headers[Tus.LengthHeader] = upload.Length.ToString(CultureInfo.InvariantCulture);
    }
}
