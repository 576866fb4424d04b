using System.Security.Cryptography;
using Fourfold.Kernel.Files.Sealed;
using Fourfold.Kernel.Files.Video;
using Fourfold.Kernel.Problems;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Looks inside what came, takes out what tells of the taker, and makes a file of it.</summary>
internal sealed class FinishUpload(
    KernelDb db,
    UploadDesk desk,
    UploadFolder uploads,
    ContentFolder files,
    UploadLimits limits,
    FileSealer sealer,
    IOptions<FileOptions> options
)
{
    // A picture is checked in memory: three times its bytes for a moment, however many come at once.
    private static readonly SemaphoreSlim InMemory = new(2);

    /// <summary>Makes the file, in one transaction with the end of the upload.</summary>
    /// <exception cref="Refused">422 <c>file.hash-wrong</c>, <c>file.damaged</c>, <c>file.too-many-pixels</c>, <c>file.track-refused</c>, <c>file.sound-too-long</c>; 413; 415.</exception>
    public async Task Run(UploadRow upload, FileStream file, CancellationToken ct)
    {
        var mediaType = upload.MediaType!; // Recognised before the last byte at the latest.
        await file.FlushAsync(ct);
        if (upload.Sha256 is { } claimed)
            await CheckHash(upload, file, claimed, ct);
        var kept =
            mediaType.StartsWith("video/", StringComparison.Ordinal) ? await Video(upload, file, mediaType, ct)
            : mediaType == "audio/ogg" ? await Words(upload, file, ct)
            : await Picture(upload, file, ct);
        try
        {
            await Name(upload, kept, ct);
        }
        finally
        {
            files.Named(kept.Hash);
        }
        if (kept.Seal is not null)
            await UploadFolder.Erase(file, ct);
        uploads.Delete(upload.Id);
    }

    private async Task Name(UploadRow upload, Kept kept, CancellationToken ct)
    {
        upload.Stored(desk.Now);
        var row = new FileRow
        {
            Id = upload.Id,
            Sha256 = kept.Hash,
            Size = kept.Size,
            MediaType = upload.MediaType!, // Sound alone was found to be that.
            Purpose = upload.Purpose,
            AreaPath = upload.AreaPath,
            By = db.Actor.Person,
            StoredAt = desk.Now,
        };
        if (kept.Seal is { } seal)
            row.Seal(seal, FileSealer.Nowhere);
        db.Files.Add(row);
        db.Audit("file.stored", "file", upload.Id.ToString(), new { Sha256 = kept.Hash, kept.Size });
        await db.SaveChangesAsync(ct);
    }

    // A picture may be told by its hash alone, so that of a sealed one only what it is sealed as has one.
    private async Task<Kept> Seal(UploadRow upload, Stream plain, CancellationToken ct)
    {
        plain.Position = 0;
        var seal = await sealer.Close(upload.Id, upload.AreaPath, FileSealer.Nowhere, plain, ct);
        return new Kept(seal.Sha256, plain.Length, seal);
    }

    private async Task CheckHash(UploadRow upload, FileStream file, string claimed, CancellationToken ct)
    {
        file.Position = 0;
        var actual = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        if (!string.Equals(actual, claimed, StringComparison.OrdinalIgnoreCase))
            throw await desk.Refuse(upload, Refused.Invalid("file.hash-wrong", "sha256").With("actual", actual), ct);
        // What is taken out below changes the hash; after a crash in the middle of that, it must not be asked again.
        upload.Claim(null);
        await db.SaveChangesAsync(ct);
    }

    private async Task<Kept> Picture(UploadRow upload, FileStream file, CancellationToken ct)
    {
        await InMemory.WaitAsync(ct);
        try
        {
            var bytes = new byte[upload.Length];
            file.Position = 0;
            await file.ReadExactlyAsync(bytes, ct);
            var found = FileCheck.Of(bytes);
            if (found.Content is null)
                throw await desk.Refuse(
                    upload,
                    Refused.Invalid("file.damaged", "body").With("mediaType", upload.MediaType),
                    ct
                );
            var pixels = PictureSize.Pixels(upload.MediaType!, found.Content); // See Run.
            if (pixels > options.Value.MostPixels)
                throw await desk.Refuse(
                    upload,
                    Refused
                        .Invalid("file.too-many-pixels", "body")
                        .With("pixels", pixels)
                        .With("most", options.Value.MostPixels),
                    ct
                );
            return await Store(upload, found.Content, ct);
        }
        finally
        {
            InMemory.Release();
        }
    }

    private async Task<Kept> Video(UploadRow upload, FileStream file, string mediaType, CancellationToken ct)
    {
        var found = mediaType == "video/webm" ? WebM.Clean(file) : Mp4.Clean(file);
        if (found is VideoFault.SoundOnly)
            await Sound(upload, file, ct);
        else if (found is not VideoFault.None)
            throw await desk.Refuse(
                upload,
                Refused
                    .Invalid(found is VideoFault.OtherTrack ? "file.track-refused" : "file.damaged", "body")
                    .With("mediaType", mediaType),
                ct
            );
        file.Flush(flushToDisk: true);
        if (limits.Purpose(upload.Purpose).IsSealed)
            return await Seal(upload, file, ct);
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        files.Take(uploads.PathOf(upload.Id), hash);
        return new Kept(hash, upload.Length);
    }

    // It began as a video, and has no picture: what somebody said, which is short.
    private async Task Sound(UploadRow upload, FileStream file, CancellationToken ct)
    {
        var mediaType = upload.MediaType == "video/webm" ? "audio/webm" : "audio/mp4";
        var purpose = limits.Purpose(upload.Purpose);
        try
        {
            if (!purpose.MediaTypes.Contains(mediaType, StringComparer.Ordinal))
                throw new Refused("file.type-refused", 415).With("accepted", purpose.MediaTypes);
            limits.CheckLength(purpose, mediaType, upload.Length);
            CheckSeconds(SoundLength.Seconds(file, mediaType), mediaType);
        }
        catch (Refused why)
        {
            throw await desk.Refuse(upload, why, ct);
        }
        upload.Recognised(mediaType);
    }

    // An Ogg is small, for it is nothing but somebody's words, and is written anew in memory.
    private async Task<Kept> Words(UploadRow upload, FileStream file, CancellationToken ct)
    {
        var bytes = new byte[upload.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(bytes, ct);
        var cleaned = Ogg.Clean(bytes, out var seconds);
        try
        {
            CheckSeconds(cleaned is null ? null : seconds, "audio/ogg");
        }
        catch (Refused why)
        {
            throw await desk.Refuse(upload, why, ct);
        }
        return await Store(upload, cleaned!, ct); // Checked just above.
    }

    private void CheckSeconds(double? seconds, string mediaType)
    {
        if (seconds is not { } length)
            throw Refused.Invalid("file.damaged", "body").With("mediaType", mediaType);
        if (length > options.Value.LongestSoundSeconds)
            throw Refused
                .Invalid("file.sound-too-long", "body")
                .With("seconds", Math.Round(length))
                .With("most", options.Value.LongestSoundSeconds);
    }

    private async Task<Kept> Store(UploadRow upload, byte[] content, CancellationToken ct)
    {
        if (!limits.Purpose(upload.Purpose).IsSealed)
            return new Kept(files.Store(content), content.Length);
        await using var stream = new MemoryStream(content, writable: false);
        return await Seal(upload, stream, ct);
    }

    private sealed record Kept(string Hash, long Size, SealedBytes? Seal = null);
}
