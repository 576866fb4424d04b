using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>What may be begun: for a known purpose, of a size that its types may have, while there is room.</summary>
internal sealed class UploadLimits(
    IEnumerable<UploadPurpose> purposes,
    IOptions<FileOptions> options,
    UploadFolder folder
)
{
    private readonly Dictionary<string, UploadPurpose> known = purposes.ToDictionary(
        p => p.Code,
        StringComparer.Ordinal
    );

    /// <summary>Bytes of the largest file of all.</summary>
    public long Largest => Math.Max(options.Value.LargestPicture, options.Value.LargestVideo);

    /// <exception cref="Refused">422 <c>upload.purpose-unknown</c>.</exception>
    public UploadPurpose Purpose(string? code) =>
        code is not null && known.TryGetValue(code, out var purpose)
            ? purpose
            : throw Refused
                .Invalid("upload.purpose-unknown", "purpose")
                .With("known", known.Keys.Order(StringComparer.Ordinal));

    /// <summary>Bytes of the largest file of a type; of the largest the purpose takes when the type is not known yet.</summary>
    public long LargestOf(UploadPurpose purpose, string? mediaType) =>
        mediaType is not null ? LargestOf(mediaType) : purpose.MediaTypes.Max(LargestOf);

    private long LargestOf(string mediaType) =>
        mediaType.StartsWith("video/", StringComparison.Ordinal) ? options.Value.LargestVideo
        : mediaType.StartsWith("audio/", StringComparison.Ordinal) ? options.Value.LargestSound
        : options.Value.LargestPicture;

    /// <exception cref="Refused">413 <c>file.too-large</c>.</exception>
    public void CheckLength(UploadPurpose purpose, string? mediaType, long length)
    {
        var most = LargestOf(purpose, mediaType);
        if (length > most)
            throw new Refused("file.too-large", StatusCodes.Status413PayloadTooLarge).With("maximum", most);
    }

    /// <summary>Whether one more fits beside those that are under way.</summary>
    /// <exception cref="Refused">429 <c>upload.too-many</c> of one person; 507 <c>upload.no-room</c> in all.</exception>
    public async Task CheckRoom(KernelDb db, string owner, long length, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.Uploads.AsNoTracking().Where(u => u.State == UploadState.Open && u.ExpiresAt > now);
        var mine = open.Where(u => u.Owner == owner);
        var (count, bytes) = (await mine.CountAsync(ct), await mine.SumAsync(u => u.Length, ct));
        if (count >= options.Value.UnfinishedPerPerson || bytes + length > options.Value.UnfinishedBytesPerPerson)
            throw new Refused("upload.too-many", StatusCodes.Status429TooManyRequests)
                .With("most", options.Value.UnfinishedPerPerson)
                .With("mostBytes", options.Value.UnfinishedBytesPerPerson);
        var all = await open.SumAsync(u => u.Length, ct);
        if (all + length > options.Value.UnfinishedBytes || folder.FreeBytes() - length < options.Value.FreeBytes)
            throw new Refused("upload.no-room", StatusCodes.Status507InsufficientStorage);
    }
}
