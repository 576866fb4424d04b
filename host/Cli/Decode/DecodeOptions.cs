using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary>What a run of <c>decode</c> was asked to do.</summary>
internal sealed record DecodeOptions
{
    /// <summary>Paths; <c>-</c> is standard input.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public DecodeFormat Format { get; init; }
    public ChecksumPolicy Checksums { get; init; }
    public bool ShowStats { get; init; }
    public bool ShowErrors { get; init; }
    public MessageFilter Filter { get; init; } = MessageFilter.All;
}

/// <summary>The form of a line of output.</summary>
internal enum DecodeFormat
{
    /// <summary>Our names and units.</summary>
    Json,

    /// <summary>gpsd's names and unscaled numbers.</summary>
    Gpsd,

    /// <summary>A row of comma-separated values.</summary>
    Csv,
}
