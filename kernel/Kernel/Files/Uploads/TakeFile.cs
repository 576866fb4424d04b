using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Makes a file of bytes that another protocol brought whole: an upload that began and ended at once.</summary>
internal sealed class TakeFile(
    KernelDb db,
    UploadDesk desk,
    UploadFolder folder,
    UploadLimits limits,
    FinishUpload finish
) : IFileIntake
{
    private const int BufferBytes = 64 << 10;

    public async Task<FileId> Take(Stream content, string purpose, CancellationToken ct)
    {
        var accepted = limits.Purpose(purpose);
        await limits.CheckRoom(db, desk.Owner, 0, desk.Now, ct);
        var id = Ids.New<FileId>(db.Clock);
        folder.Make(id);
        try
        {
            if (!folder.TryOpen(id, out var opened) || opened is null)
                throw new Refused("upload.locked", StatusCodes.Status423Locked);
            await using var file = opened;
            await Copy(content, file, accepted, ct);
            await Finish(id, file, accepted, ct);
            return id;
        }
        catch
        {
            folder.Delete(id);
            throw;
        }
    }

    private async Task Copy(Stream content, FileStream file, UploadPurpose purpose, CancellationToken ct)
    {
        var buffer = new byte[BufferBytes];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; )
        {
            limits.CheckLength(purpose, null, file.Length + read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        if (file.Length == 0)
            throw Refused.Invalid("file.empty", "file");
    }

    private async Task Finish(FileId id, FileStream file, UploadPurpose purpose, CancellationToken ct)
    {
        await file.FlushAsync(ct);
        var head = new byte[FileCheck.HeadBytes];
        var there = await RandomAccess.ReadAsync(file.SafeFileHandle, head, 0, ct);
        var mediaType = FileCheck.TypeOf(head.AsSpan(0, there));
        if (mediaType is null || !purpose.MediaTypes.Contains(mediaType, StringComparer.Ordinal))
            throw new Refused("file.type-refused", StatusCodes.Status415UnsupportedMediaType).With(
                "accepted",
                purpose.MediaTypes
            );
        limits.CheckLength(purpose, mediaType, file.Length);
        var upload = new UploadRow
        {
            Id = id,
            Owner = desk.Owner,
            Key = id.Value,
            AreaPath = db.Actor.AreaPath,
            Purpose = purpose.Code,
            Length = file.Length,
            Declared = null,
            StartedAt = desk.Now,
            ExpiresAt = desk.NextExpiry,
        };
        upload.Recognised(mediaType);
        db.Uploads.Add(upload);
        await finish.Run(upload, file, ct);
    }
}
