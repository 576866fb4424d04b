namespace Fourfold.Codecs.Nmea;

/// <summary>What a reader does with a sentence whose checksum is missing, malformed or wrong.</summary>
public enum ChecksumPolicy
{
    /// <summary>Drop and count it.</summary>
    Reject = 0,

    /// <summary>Count it and pass it on with <c>ChecksumValid</c> false.</summary>
    Flag,

    /// <summary>Pass it on uncounted, with <c>ChecksumValid</c> false.</summary>
    Ignore,
}
