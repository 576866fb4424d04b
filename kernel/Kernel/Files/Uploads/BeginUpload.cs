using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Begins an upload, with its first bytes or all of them if the request bears any. Sent twice with one key, it is one upload.</summary>
/// <remarks>tus 1.0.0, extensions creation and creation-with-upload. The file will have the upload's id.</remarks>
internal static class BeginUpload
{
    // Counting what is open and adding to it is one step, so that many at once do not slip under the limit together.
    private static readonly SemaphoreSlim Gate = new(1);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/uploads", Handle)
            .WithName("BeginUpload")
            .WithTags("Files")
            .Produces(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .Needs(Permission.FilesWrite);

    private static async Task Handle(
        HttpContext http,
        Actor actor,
        KernelDb db,
        UploadDesk desk,
        UploadLimits limits,
        UploadFolder folder,
        ReceiveBytes receive,
        CancellationToken ct
    )
    {
        Tus.CheckVersion(http.Request);
        var asked = Asked.Read(http.Request, limits, db.Clock);
        var upload = await Make(asked, actor, db, desk, limits, ct);
        UploadDesk.ThrowIfRefused(upload);
        if (upload.State is UploadState.Open)
            folder.Make(upload.Id);
        if (upload.State is UploadState.Open && Tus.HasBytes(http.Request) && desk.OffsetOf(upload) == 0)
        {
            await using var file = await desk.Open(upload, ct);
            if (upload.State is UploadState.Open && desk.OffsetOf(upload) == 0)
                await receive.Run(upload, file, http, ct);
        }
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = $"{TusMiddleware.Root}/{upload.Id}";
        Tus.Tell(http.Response, upload, desk.OffsetOf(upload));
    }

    private static async Task<UploadRow> Make(
        Asked asked,
        Actor actor,
        KernelDb db,
        UploadDesk desk,
        UploadLimits limits,
        CancellationToken ct
    )
    {
        var owner = desk.Owner;
        await Gate.WaitAsync(ct);
        try
        {
            var before = await db.Uploads.FirstOrDefaultAsync(u => u.Owner == owner && u.Key == asked.Key, ct);
            if (before is not null && !desk.IsOver(before))
                return before.Length == asked.Length && before.Purpose == asked.Purpose.Code
                    ? before
                    : throw new Refused("request.idempotency-key-reused", 422);
            await limits.CheckRoom(db, owner, asked.Length, desk.Now, ct);
            if (before is not null)
                db.Uploads.Remove(before);
            var upload = new UploadRow
            {
                Id = Ids.New<FileId>(db.Clock),
                Owner = owner,
                Key = asked.Key,
                AreaPath = actor.AreaPath,
                Purpose = asked.Purpose.Code,
                Length = asked.Length,
                Declared = asked.Declared,
                StartedAt = desk.Now,
                ExpiresAt = desk.NextExpiry,
            };
            upload.Claim(asked.Sha256);
            db.Uploads.Add(upload);
            await db.SaveChangesAsync(ct);
            return upload;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>What the request says about the file to come.</summary>
    private sealed record Asked(UploadPurpose Purpose, long Length, string? Declared, string? Sha256, Guid Key)
    {
        private const int LongestType = 60;
        private const int HashLetters = 64;

        public static Asked Read(HttpRequest request, UploadLimits limits, TimeProvider clock)
        {
            if (request.Headers.ContainsKey("Upload-Defer-Length"))
                throw new Refused("upload.length-deferred", StatusCodes.Status400BadRequest);
            var length = Tus.Number(request, Tus.LengthHeader, "upload.length-malformed");
            var told = Tus.Metadata(request);
            var purpose = limits.Purpose(told.GetValueOrDefault("purpose"));
            var declared = told.GetValueOrDefault("filetype")
                ?.Split(';')[0]
                .Trim()
                .ToLower(CultureInfo.InvariantCulture);
            if (length == 0)
                throw Refused.Invalid("file.empty", Tus.LengthHeader);
            if (declared?.Length > LongestType)
                declared = null;
            // A type that is not one of ours says nothing yet about the size; the content will.
            var known = declared is not null && purpose.MediaTypes.Contains(declared, StringComparer.Ordinal);
            limits.CheckLength(purpose, known ? declared : null, length);
            var sha256 = told.GetValueOrDefault("sha256");
            if (sha256 is not null && !(sha256.Length == HashLetters && sha256.All(char.IsAsciiHexDigit)))
                throw Refused.Invalid("upload.hash-malformed", "sha256");
            return new Asked(purpose, length, declared, sha256, KeyOf(request, clock));
        }

        private static Guid KeyOf(HttpRequest request, TimeProvider clock)
        {
            if (!request.Headers.TryGetValue(Idempotent.Header, out var header))
                return Ids.NewGuid(clock);
            return Guid.TryParse(header, out var key)
                ? key
                : throw Refused.Invalid("request.idempotency-key-malformed", Idempotent.Header);
        }
    }
}
