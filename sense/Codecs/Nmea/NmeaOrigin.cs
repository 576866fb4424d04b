namespace Fourfold.Codecs.Nmea;

/// <summary>Where in a source's stream something stands, when it was sent and which station it came from.</summary>
public readonly ref struct NmeaOrigin
{
    private readonly long _timeUnixMs;

    internal NmeaOrigin(long offset, int length, long line, TagBlock tags, ReadOnlySpan<byte> station, long timeUnixMs)
    {
        Offset = offset;
        Length = length;
        Line = line;
        Tags = tags;
        Station = station;
        _timeUnixMs = timeUnixMs;
    }

    /// <summary>Byte offset in the source's stream, from 0, of the tag block or of the <c>!</c> or <c>$</c>.</summary>
    public long Offset { get; }

    /// <summary>Bytes from <see cref="Offset"/> to the end of the sentence and its suffix; of a message, to its last fragment.</summary>
    public int Length { get; }

    /// <summary>Line of the source, from 1, on which it ends; line feeds are counted.</summary>
    public long Line { get; }

    /// <summary>The tag blocks before the sentence; of a message in fragments, those of the fragment that came last.</summary>
    public TagBlock Tags { get; }

    /// <summary>The station: tag <c>s</c>, or the <c>,rSTATION</c> or <c>,bSTATION</c> suffix of coast guard logs; empty when none is named.</summary>
    public ReadOnlySpan<byte> Station { get; }

    /// <summary>
    /// When it was sent, UTC milliseconds since 1970: tag <c>c</c>, a suffix or prefix in epoch seconds, or the matching
    /// <c>$PGHP</c> line before it, in this order; null when the source says nothing. Of a message in fragments, the earliest.
    /// </summary>
    public long? TimeUnixMs => _timeUnixMs == TagFields.Absent ? null : _timeUnixMs;

    internal long RawTime => _timeUnixMs;
}
