using Fourfold.Codecs.Nmea;

namespace Fourfold.Cli.Decode;

/// <summary>What a run of <c>decode</c> was asked to do.</summary>
internal sealed record DecodeOptions
{
    /// <summary>Paths and feed URLs; <c>-</c> is standard input.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    public DecodeFormat Format { get; init; }
    public ChecksumPolicy Checksums { get; init; }
    public bool ShowStats { get; init; }
    public bool ShowErrors { get; init; }

    /// <summary>Goes on at a source's end: waits for what a file will gain, connects a feed anew.</summary>
    public bool Follow { get; init; }

    /// <summary>Writes a message that several stations received once.</summary>
    public bool Unique { get; init; }

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

/// <summary>How a run ended.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>A source could not be read, or not to its end.</summary>
    public const int Failed = 1;

    /// <summary>What was asked for cannot be done.</summary>
    public const int Usage = 2;

    /// <summary>An interrupt ended it, as shells say it.</summary>
    public const int Interrupted = 130;
}
