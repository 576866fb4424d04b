namespace Fourfold.Codecs.Nmea;

/// <summary>The bounds of everything a reader keeps; what exceeds one is counted under its <see cref="NmeaFault"/>.</summary>
public static class NmeaLimits
{
    /// <summary>Longest line kept whole, bytes. A longer one is cut, preferably before a sentence, and read in pieces.</summary>
    public const int MaxLineBytes = 4096;

    /// <summary>Longest payload of a message over all its fragments, six-bit characters (6,144 bits; the standard needs 1,064).</summary>
    public const int MaxPayloadCharacters = 1024;

    /// <summary>Messages that may wait for fragments at one time in one reader.</summary>
    public const int MaxPendingMessages = 64;

    /// <summary>Sentences of the source within which a message's fragments must come when neither station nor group marks them.</summary>
    public const int FragmentWindowSentences = 60;

    /// <summary>The same window when a tag block names station or group, so that other stations' traffic lies between.</summary>
    public const int TaggedFragmentWindowSentences = 1024;

    /// <summary>Sentences by which a later fragment may precede the first; sequence numbers repeat after ten messages.</summary>
    public const int ReorderWindowSentences = 8;

    /// <summary>Milliseconds of the caller's clock within which a message's fragments must come.</summary>
    public const long FragmentWindowMilliseconds = 30_000;

    /// <summary>Bytes of a bad line that are shown to the sink.</summary>
    public const int MaxSampleBytes = 160;
}
