namespace Fourfold.Kernel.Files;

/// <summary>How large files may be, and how much may be under way. Section <c>Files</c> of the configuration.</summary>
internal sealed class FileOptions
{
    /// <summary>Bytes of the largest picture or PDF. One at a time is read into memory while it is checked.</summary>
    public long LargestPicture { get; set; } = 30 << 20;

    /// <summary>Bytes of the largest video; it is checked where it lies and never read into memory.</summary>
    public long LargestVideo { get; set; } = 500 << 20;

    /// <summary>Bytes of the largest recording of sound alone: a minute at four times the rate that phones record words at.</summary>
    public long LargestSound { get; set; } = 4 << 20;

    /// <summary>Seconds of the longest recording of sound alone; a little more than the phone says, for whoever stops at the last moment.</summary>
    public int LongestSoundSeconds { get; set; } = 65;

    /// <summary>Pixels of the largest picture: a small file may unfold into more than a screen's memory holds.</summary>
    public long MostPixels { get; set; } = 120_000_000;

    /// <summary>Unfinished uploads of one person or key.</summary>
    public int UnfinishedPerPerson { get; set; } = 50;

    /// <summary>Bytes that the unfinished uploads of one person or key will have.</summary>
    public long UnfinishedBytesPerPerson { get; set; } = 2L << 30;

    /// <summary>Bytes that all unfinished uploads together will have.</summary>
    public long UnfinishedBytes { get; set; } = 50L << 30;

    /// <summary>Bytes of the disk that uploads leave free.</summary>
    public long FreeBytes { get; set; } = 1L << 30;

    /// <summary>How long an upload waits for its next byte; afterwards it is gone.</summary>
    public TimeSpan UploadExpiresAfter { get; set; } = TimeSpan.FromDays(3);
}
