using System.Buffers;
using System.Security.Cryptography;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Takes the bytes of one request into an upload. An offset is told only of bytes that are on the disk.</summary>
internal sealed class ReceiveBytes(KernelDb db, UploadDesk desk, UploadLimits limits, FinishUpload finish)
{
    private const int BufferBytes = 64 << 10;

    // Bytes of a request that a crash may cost; each step costs one flush of the disk and one small transaction.
    private const int StepBytes = 8 << 20;

    /// <summary>Appends the body, from where the upload stands. When that was the last of it, it becomes a file.</summary>
    /// <exception cref="Refused">413 when it is more than was announced; 460 when it is not what its checksum says; what <see cref="FinishUpload"/> refuses.</exception>
    public async Task Run(UploadRow upload, FileStream file, HttpContext http, CancellationToken ct)
    {
        var checksum = Tus.ChecksumOf(http.Request);
        var offset = desk.OffsetOf(upload);
        var room = upload.Length - offset;
        if (http.Request.ContentLength > room)
            throw TooLong(upload);
        // The framework's own limit is for requests that are read whole.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = room + 1;
        file.SetLength(offset);
        file.Position = offset;
        if (checksum is not null)
            await Whole(upload, file, http, checksum, ct);
        else
            await InSteps(upload, file, http, ct);
        await Recognise(upload, file, ct);
        if (file.Position == upload.Length)
            await finish.Run(upload, file, ct);
        else
            await Keep(upload, file, ct);
    }

    // All of the body or nothing of it: until its checksum is known, none of it counts.
    private static async Task Whole(
        UploadRow upload,
        FileStream file,
        HttpContext http,
        Tus.Checksum checksum,
        CancellationToken ct
    )
    {
        var offset = file.Position;
        using var hash = IncrementalHash.CreateHash(checksum.Algorithm);
        await Copy(upload, file, http, piece => ValueTaskOf(() => hash.AppendData(piece.Span)), ct);
        if (CryptographicOperations.FixedTimeEquals(hash.GetHashAndReset(), checksum.Value))
            return;
        file.SetLength(offset);
        throw new Refused("upload.checksum-wrong", Tus.ChecksumMismatch);
    }

    // What came before the line broke is kept.
    private async Task InSteps(UploadRow upload, FileStream file, HttpContext http, CancellationToken ct)
    {
        var kept = file.Position;
        try
        {
            await Copy(
                upload,
                file,
                http,
                async _ =>
                {
                    if (file.Position - kept < StepBytes || file.Position == upload.Length)
                        return;
                    await Keep(upload, file, ct);
                    kept = file.Position;
                },
                ct
            );
        }
        catch (Exception broken)
            when (broken
                    is IOException
                        or OperationCanceledException
                        or Microsoft.AspNetCore.Http.BadHttpRequestException
            )
        {
            // Whoever asks next, by a new line, is told of it; this request has nobody any more who listens.
            if (file.Position > kept && file.Position < upload.Length)
                await Keep(upload, file, CancellationToken.None);
            throw;
        }
    }

    private static async Task Copy(
        UploadRow upload,
        FileStream file,
        HttpContext http,
        Func<ReadOnlyMemory<byte>, ValueTask> then,
        CancellationToken ct
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            for (int read; (read = await http.Request.Body.ReadAsync(buffer.AsMemory(0, BufferBytes), ct)) > 0; )
            {
                if (file.Position + read > upload.Length)
                    throw TooLong(upload);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
                await then(buffer.AsMemory(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task Keep(UploadRow upload, FileStream file, CancellationToken ct)
    {
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        upload.Reached(file.Position, desk.NextExpiry);
        await db.SaveChangesAsync(ct);
    }

    // As soon as the first bytes tell what it is: two gigabytes of something else need not come first.
    private async Task Recognise(UploadRow upload, FileStream file, CancellationToken ct)
    {
        if (upload.MediaType is not null || (file.Position < FileCheck.HeadBytes && file.Position < upload.Length))
            return;
        await file.FlushAsync(ct);
        var head = new byte[FileCheck.HeadBytes];
        var there = await RandomAccess.ReadAsync(file.SafeFileHandle, head, 0, ct);
        var purpose = limits.Purpose(upload.Purpose);
        var mediaType = FileCheck.TypeOf(head.AsSpan(0, there));
        if (mediaType is null || !purpose.MediaTypes.Contains(mediaType, StringComparer.Ordinal))
            throw await desk.Refuse(
                upload,
                new Refused("file.type-refused", StatusCodes.Status415UnsupportedMediaType).With(
                    "accepted",
                    purpose.MediaTypes
                ),
                ct
            );
        if (IsOther(upload.Declared, mediaType))
            throw await desk.Refuse(
                upload,
                Refused
                    .Invalid("file.type-mismatch", "filetype")
                    .With("declared", upload.Declared)
                    .With("actual", mediaType),
                ct
            );
        upload.Recognised(mediaType);
        try
        {
            limits.CheckLength(purpose, mediaType, upload.Length);
        }
        catch (Refused tooLarge)
        {
            throw await desk.Refuse(upload, tooLarge, ct);
        }
    }

    // A phone names a video by the ending of its name; which kind of box it is says nothing about who may see it. Sound
    // alone is known by its tracks, at the end.
    private static bool IsOther(string? declared, string actual) =>
        declared is { Length: > 0 } and not "application/octet-stream"
        && declared != actual
        && !(
            (
                declared.StartsWith("video/", StringComparison.Ordinal)
                || declared.StartsWith("audio/", StringComparison.Ordinal)
            ) && (actual.StartsWith("video/", StringComparison.Ordinal) || actual == "audio/ogg")
        );

    private static Refused TooLong(UploadRow upload) =>
        new Refused("upload.too-long", StatusCodes.Status413PayloadTooLarge).With("length", upload.Length);

    private static ValueTask ValueTaskOf(Action act)
    {
        act();
        return ValueTask.CompletedTask;
    }
}
