using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Files;

/// <summary>Stores a picture or PDF after looking inside it; positions and other data about the taker are taken out of pictures.</summary>
internal static class StoreFile
{
    private const int MaximumPurpose = 40;
    private const string DefaultPurpose = "attachment";

    internal sealed record Response(FileId Id, string Sha256, long Size, string MediaType);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/files", Handle)
            .WithName("StoreFile")
            .WithTags("Files")
            .Accepts<byte[]>("image/jpeg", "image/png", "image/webp", "application/pdf")
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FilesWrite);

    private static async Task<Created<Response>> Handle(
        UploadRequest upload,
        Actor actor,
        KernelDb db,
        ContentFolder folder,
        CancellationToken ct
    )
    {
        var purpose = string.IsNullOrWhiteSpace(upload.Purpose) ? DefaultPurpose : upload.Purpose;
        if (purpose.Length > MaximumPurpose || !purpose.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            throw Refused.Invalid("file.purpose-malformed", "purpose");
        var checkedFile = FileCheck.Of(upload.Content);
        if (checkedFile.MediaType is null)
            throw new Refused("file.type-refused", 415).With("accepted", FileCheck.Accepted);
        if (checkedFile.Content is null)
            throw Refused.Invalid("file.damaged", "body").With("mediaType", checkedFile.MediaType);
        var declared = upload.MediaType?.Split(';')[0].Trim();
        if (declared is { Length: > 0 } && declared != checkedFile.MediaType && declared != "application/octet-stream")
            throw Refused
                .Invalid("file.type-mismatch", "Content-Type")
                .With("declared", declared)
                .With("actual", checkedFile.MediaType);
        // Bytes first, row second: a row never names bytes that are not there.
        var row = new FileRow
        {
            Id = Ids.New<FileId>(db.Clock),
            Sha256 = folder.Store(checkedFile.Content),
            Size = checkedFile.Content.Length,
            MediaType = checkedFile.MediaType,
            Purpose = purpose,
            AreaPath = actor.AreaPath,
            By = actor.Person,
            StoredAt = db.Clock.GetUtcNow(),
        };
        db.Files.Add(row);
        db.Audit("file.stored", "file", row.Id.ToString(), new { row.Sha256, row.Size });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/files/{row.Id}",
            new Response(row.Id, row.Sha256, row.Size, row.MediaType)
        );
    }
}
