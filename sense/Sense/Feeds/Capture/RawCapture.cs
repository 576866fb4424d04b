using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Fourfold.Sense.Feeds.Capture;

/// <summary>
/// The bytes of one feed as they came, in append-only segment files named by the offset of their first byte. Offsets never
/// restart and are never given twice.
/// </summary>
/// <remarks>
/// <c>data/raw/FEED/00000000000000000000.raw</c> while it grows, <c>….raw.gz</c> when closed. Each block is written at once,
/// so a killed process loses nothing. After a crash of the machine the tail may be missing; the next start therefore leaves a
/// gap of <see cref="GapAfterCrash"/> bytes, so that no pointer ever finds other bytes than it was given for.
/// </remarks>
internal sealed class RawCapture : IDisposable
{
    /// <summary>Offsets left out after an unclean end.</summary>
    public const long GapAfterCrash = 1024 * 1024;

    internal const string Growing = ".raw";
    internal const string Closed = ".raw.gz";

    // Its presence says that the last end was clean and nothing can be missing.
    private const string CleanMark = "clean";

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly string folder;
    private readonly int segmentBytes;
    private readonly TimeProvider clock;
    private SafeFileHandle? file;
    private long segmentStart;
    private long end;
    private long failedAt;

    /// <summary>Opens the capture in a folder, which is made when missing, and finds its end.</summary>
    public RawCapture(string folder, int segmentBytes, TimeProvider clock)
    {
        (this.folder, this.segmentBytes, this.clock) = (folder, segmentBytes, clock);
        Directory.CreateDirectory(folder);
        end = FindEnd();
        File.Delete(Path.Combine(folder, CleanMark));
    }

    /// <summary>Offset of the next byte.</summary>
    public long End
    {
        get
        {
            lock (gate)
                return end;
        }
    }

    /// <summary>Blocks that could not be written (disk full); their offsets hold nothing.</summary>
    public long Failures { get; private set; }

    /// <summary>Appends a block and returns the offset of its first byte. A disk that fails costs the block, never the feed.</summary>
    public long Append(ReadOnlySpan<byte> block)
    {
        lock (gate)
        {
            var offset = end;
            end += block.Length;
            if (failedAt != 0 && clock.GetElapsedTime(failedAt) < RetryAfter)
                return offset;
            try
            {
                Write(block, offset);
                failedAt = 0;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Failures++;
                failedAt = clock.GetTimestamp();
                CloseSegment();
            }
            return offset;
        }
    }

    /// <summary>Closes it cleanly: a later start goes on without a gap. On a full disk it leaves one, as after a crash.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            try
            {
                if (file is not null)
                    RandomAccess.FlushToDisk(file);
                CloseSegment();
                File.WriteAllText(Path.Combine(folder, CleanMark), end.ToString(CultureInfo.InvariantCulture));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                CloseSegment();
            }
        }
    }

    private void Write(ReadOnlySpan<byte> block, long offset)
    {
        if (file is not null && offset - segmentStart + block.Length > segmentBytes)
            CloseSegment();
        if (file is null)
        {
            file = File.OpenHandle(PathOf(offset, Growing), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            segmentStart = offset;
        }
        RandomAccess.Write(file, block, offset - segmentStart);
    }

    private void CloseSegment()
    {
        file?.Dispose();
        file = null;
    }

    private long FindEnd()
    {
        var last = 0L;
        var segments = RawSegment.In(folder);
        foreach (var segment in segments)
            last = Math.Max(last, segment.Start + segment.Length);
        var mark = Path.Combine(folder, CleanMark);
        if (File.Exists(mark) && long.TryParse(File.ReadAllText(mark), CultureInfo.InvariantCulture, out var promised))
            return Math.Max(last, promised);
        // An empty segment is one whose first block was not written any more; its name is taken.
        return segments.Count == 0 ? 0 : last + GapAfterCrash;
    }

    private string PathOf(long start, string extension) =>
        Path.Combine(folder, start.ToString("D20", CultureInfo.InvariantCulture) + extension);
}
