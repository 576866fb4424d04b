using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Nmea;

/// <summary>Where in a source's stream something stands, when it was sent and which station it came from.</summary>
/// <remarks>Only readers make one; the default value has no place and must not be read.</remarks>
public readonly ref struct NmeaOrigin
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly ref readonly TagFields _tags;
    private readonly ref readonly Place _place;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal NmeaOrigin(ReadOnlySpan<byte> text, ref readonly TagFields tags, ref readonly Place place)
    {
        _text = text;
        _tags = ref tags;
        _place = ref place;
    }

    /// <summary>Byte offset in the source's stream, from 0, of the tag block or of the <c>!</c> or <c>$</c>.</summary>
    public long Offset => _place.Offset;

    /// <summary>Bytes from <see cref="Offset"/> to the end of the sentence and its suffix; of a message, to its last fragment.</summary>
    public int Length => _place.Length;

    /// <summary>Line of the source, from 1, on which it ends; line feeds are counted.</summary>
    public long Line => _place.Line;

    /// <summary>The tag blocks before the sentence; of a message in fragments, those of the fragment that came last.</summary>
    public TagBlock Tags => new(_text, in _tags);

    /// <summary>The station: tag <c>s</c>, or the <c>,rSTATION</c> or <c>,bSTATION</c> suffix of coast guard logs; empty when none is named.</summary>
    public ReadOnlySpan<byte> Station => _place.StationIn(_text);

    /// <summary>
    /// When it was sent, UTC milliseconds since 1970: tag <c>c</c>, a suffix or prefix in epoch seconds, or the matching
    /// <c>$PGHP</c> line before it, in this order; null when the source says nothing. Of a message in fragments, the earliest.
    /// </summary>
    public long? TimeUnixMs => _place.TimeUnixMs == TagFields.Absent ? null : _place.TimeUnixMs;

    internal long RawTime => _place.TimeUnixMs;

    /// <summary>The group's identifier when it groups so many sentences, else −1.</summary>
    internal int GroupOf(int total) => _tags.GroupTotal == total ? _tags.GroupId : -1;
}
