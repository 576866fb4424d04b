using System.Security.Cryptography;
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
        var (hash, size) = mediaType.StartsWith("video/", StringComparison.Ordinal)
            ? await Video(upload, file, mediaType, ct)
            : await Picture(upload, file, ct);
        upload.Stored(desk.Now);
        db.Files.Add(
            new FileRow
            {
                Id = upload.Id,
                Sha256 = hash,
                Size = size,
                MediaType = upload.MediaType!, // Sound alone was found to be that.
                Purpose = upload.Purpose,
                AreaPath = upload.AreaPath,
                By = db.Actor.Person,
                StoredAt = desk.Now,
            }
        );
        db.Audit("file.stored", "file", upload.Id.ToString(), new { Sha256 = hash, Size = size });
        await db.SaveChangesAsync(ct);
        uploads.Delete(upload.Id);
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

    private async Task<(string Hash, long Size)> Picture(UploadRow upload, FileStream file, CancellationToken ct)
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
            return (files.Store(found.Content), found.Content.Length);
        }
        finally
        {
            InMemory.Release();
        }
    }

    private async Task<(string Hash, long Size)> Video(
        UploadRow upload,
        FileStream file,
        string mediaType,
        CancellationToken ct
    )
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
        file.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        files.Take(uploads.PathOf(upload.Id), hash);
        return (hash, upload.Length);
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
            var seconds =
                SoundLength.Seconds(file, mediaType)
                ?? throw Refused.Invalid("file.damaged", "body").With("mediaType", mediaType);
            if (seconds > options.Value.LongestSoundSeconds)
                throw Refused
                    .Invalid("file.sound-too-long", "body")
                    .With("seconds", Math.Round(seconds))
                    .With("most", options.Value.LongestSoundSeconds);
        }
        catch (Refused why)
        {
            throw await desk.Refuse(upload, why, ct);
        }
        upload.Recognised(mediaType);
    }
}
