using System.IO.Compression;
using Fourfold.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Feeds.Capture;

/// <summary>The raw captures of all feeds: opens, reads back, compresses what is closed, and forgets by rule.</summary>
internal sealed class RawArchive(IConfiguration configuration, IOptions<SenseOptions> options, TimeProvider clock)
{
    /// <summary>Most bytes that one question gets.</summary>
    public const int LongestRead = 64 * 1024;

    private readonly string root = Path.Combine(configuration["Fourfold:Data"] ?? "data", "raw");

    /// <summary>The capture of a feed, to append to. One at a time.</summary>
    public RawCapture Open(FeedId feed) => new(FolderOf(feed), options.Value.RawSegmentBytes, clock);

    /// <summary>Bytes of a feed from an offset on; fewer than asked where the capture ends, has a gap, or has been forgotten.</summary>
    public async Task<byte[]> Read(FeedId feed, long offset, int length, CancellationToken ct)
    {
        var wanted = Math.Clamp(length, 0, LongestRead);
        var bytes = new byte[wanted];
        var got = 0;
        foreach (var segment in RawSegment.In(FolderOf(feed)))
        {
            var at = offset + got;
            if (got == wanted || at < segment.Start)
                break;
            if (at >= segment.Start + segment.Length)
                continue;
            await using var stream = segment.Open();
            await Skip(stream, at - segment.Start, ct);
            var most = (int)Math.Min(wanted - got, segment.Start + segment.Length - at);
            got += await stream.ReadAtLeastAsync(bytes.AsMemory(got, most), most, throwOnEndOfStream: false, ct);
        }
        return got == wanted ? bytes : bytes[..got];
    }

    /// <summary>Compresses closed segments and removes the oldest beyond size or age.</summary>
    /// <remarks>The newest of a feed is left alone: it may be growing, and its end is where the next start goes on.</remarks>
    public async Task Tidy(CancellationToken ct)
    {
        if (!Directory.Exists(root))
            return;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            foreach (var segment in RawSegment.In(folder).SkipLast(1))
                if (!segment.IsCompressed)
                    await Compress(segment, ct);
            Forget(RawSegment.In(folder));
        }
    }

    private static async Task Compress(RawSegment segment, CancellationToken ct)
    {
        var target = Path.ChangeExtension(segment.File, null) + RawCapture.Closed;
        var draft = target + ".new";
        await using (var plain = segment.Open())
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            await using (var zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
                await plain.CopyToAsync(zip, ct);
            file.Flush(flushToDisk: true);
        }
        File.SetLastWriteTimeUtc(draft, File.GetLastWriteTimeUtc(segment.File)); // Its age is that of its bytes.
        File.Move(draft, target, overwrite: true);
        File.Delete(segment.File);
    }

    private void Forget(IReadOnlyList<RawSegment> segments)
    {
        var before = clock.GetUtcNow() - options.Value.RawAge;
        var kept = 0L;
        foreach (var segment in segments.Reverse())
        {
            var file = new FileInfo(segment.File);
            kept += file.Length;
            var mayGo = segment != segments[^1];
            if (mayGo && (kept > options.Value.RawBytesPerFeed || file.LastWriteTimeUtc < before))
                file.Delete();
        }
    }

    private static async Task Skip(Stream stream, long count, CancellationToken ct)
    {
        if (stream.CanSeek)
        {
            stream.Seek(count, SeekOrigin.Begin);
            return;
        }
        var buffer = new byte[16 * 1024];
        while (count > 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), ct);
            if (read == 0)
                return;
            count -= read;
        }
    }

    private string FolderOf(FeedId feed) => Path.Combine(root, feed.ToString());
}
