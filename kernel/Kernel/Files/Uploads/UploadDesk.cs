using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Finds uploads for whoever began them, and for nobody else; opens them for one writer at a time.</summary>
internal sealed class UploadDesk(KernelDb db, UploadFolder folder, IOptions<FileOptions> options)
{
    /// <summary>Who acts, as uploads name them.</summary>
    public string Owner => Receipts.OwnerOf(db.Actor);

    public DateTimeOffset Now => db.Clock.GetUtcNow();

    /// <summary>When an upload ends whose last byte came now; whole seconds, as the header tells it.</summary>
    public DateTimeOffset NextExpiry =>
        DateTimeOffset.FromUnixTimeSeconds((Now + options.Value.UploadExpiresAfter).ToUnixTimeSeconds());

    /// <summary>The actor's own upload, as it stands.</summary>
    /// <exception cref="Refused">404 <c>upload.unknown</c>, also for another's; 410 <c>upload.gone</c>.</exception>
    public async Task<UploadRow> Find(FileId id, CancellationToken ct)
    {
        var owner = Owner;
        var upload =
            await db.Uploads.FirstOrDefaultAsync(u => u.Id == id && u.Owner == owner, ct)
            ?? throw Refused.NotFound("upload.unknown");
        return IsOver(upload) ? throw new Refused("upload.gone", StatusCodes.Status410Gone) : upload;
    }

    /// <summary>Whether nothing can be added to it or learned from it any more.</summary>
    public bool IsOver(UploadRow upload) =>
        upload.State is UploadState.Gone || (upload.State is UploadState.Open && upload.ExpiresAt <= Now);

    /// <summary>Says again why it was refused, to who did not hear it.</summary>
    public static void ThrowIfRefused(UploadRow upload)
    {
        if (upload is { State: UploadState.Refused, Refusal: { } why })
            throw JsonSerializer.Deserialize<Refusal>(why, StoredJson.Options)!.Again(); // Written by Refuse.
    }

    /// <summary>Bytes that are safe: never more than the disk has.</summary>
    public long OffsetOf(UploadRow upload) =>
        upload.State is UploadState.Open ? Math.Min(upload.Offset, folder.LengthOf(upload.Id)) : upload.Offset;

    /// <summary>Opens for writing, and reads anew what the writer before may have changed.</summary>
    /// <exception cref="Refused">423 <c>upload.locked</c>: another request is writing; 410 when its bytes are gone.</exception>
    public async Task<FileStream> Open(UploadRow upload, CancellationToken ct)
    {
        if (!folder.TryOpen(upload.Id, out var stream))
            throw new Refused("upload.locked", StatusCodes.Status423Locked);
        if (stream is null)
        {
            // They went with a crash between becoming a file and being written down as one.
            folder.Make(upload.Id);
            return folder.TryOpen(upload.Id, out stream) && stream is not null
                ? stream
                : throw new Refused("upload.locked", StatusCodes.Status423Locked);
        }
        try
        {
            await db.Entry(upload).ReloadAsync(ct);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes down why, so that it can be told again, and lets the bytes go.</summary>
    public async Task<Refused> Refuse(UploadRow upload, Refused why, CancellationToken ct)
    {
        upload.Refuse(JsonSerializer.Serialize(Refusal.Of(why), StoredJson.Options), Now);
        db.Audit("file.refused", "upload", upload.Id.ToString(), new { why.Code });
        await db.SaveChangesAsync(ct);
        folder.Delete(upload.Id);
        return why;
    }

    private sealed record Refusal(string Code, int Status, Dictionary<string, JsonElement> Parameters)
    {
        public static Refusal Of(Refused why) =>
            new(
                why.Code,
                why.Status,
                why.Parameters.ToDictionary(
                    p => p.Key,
                    p => JsonSerializer.SerializeToElement(p.Value, StoredJson.Options),
                    StringComparer.Ordinal
                )
            );

        public Refused Again()
        {
            var why = new Refused(Code, Status);
            foreach (var (name, value) in Parameters)
                _ = why.With(name, value);
            return why;
        }
    }
}
