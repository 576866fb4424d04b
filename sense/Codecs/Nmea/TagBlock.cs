using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Nmea;

/// <summary>The fields of the NMEA tag blocks before a sentence. Lives only during the sink's call.</summary>
/// <remarks>
/// Chained blocks are read as one; the later field wins. The older group form <c>1G2:0125</c> is read like <c>g</c>.
/// Source: NMEA 0183 v4.10 §7 (TAG block); <c>i</c>, <c>q</c>, <c>T</c> are in use by receiver networks.
/// </remarks>
public readonly ref struct TagBlock
{
    private static readonly TagFields None = Empty();

    private readonly ReadOnlySpan<byte> _text;
    private readonly ref readonly TagFields _fields;

    internal TagBlock(ReadOnlySpan<byte> text, ref readonly TagFields fields)
    {
        _text = text;
        _fields = ref fields;
    }

    private ref readonly TagFields Fields => ref Unsafe.IsNullRef(in _fields) ? ref None : ref _fields;

    /// <summary>True when at least one block was read.</summary>
    public bool IsPresent => Fields.IsPresent;

    /// <summary><c>c</c>: UTC time of the sentence, milliseconds since 1970; a value below 10¹¹ was in seconds. Null when absent.</summary>
    public long? TimeUnixMs => Present(Fields.TimeUnixMs);

    /// <summary><c>s</c>: the station or device the sentence comes from, at most 15 characters by the standard; empty when absent.</summary>
    public ReadOnlySpan<byte> Source => Fields.Source.Of(_text);

    /// <summary><c>d</c>: whom the sentence is for; empty when absent.</summary>
    public ReadOnlySpan<byte> Destination => Fields.Destination.Of(_text);

    /// <summary><c>g</c>: number of the sentence in its group, from 1; 0 when absent.</summary>
    public int GroupNumber => Fields.GroupNumber;

    /// <summary><c>g</c>: sentences in the group; 0 when absent.</summary>
    public int GroupTotal => Fields.GroupTotal;

    /// <summary><c>g</c>: identifier of the group, 0 or more; null when absent.</summary>
    public int? GroupId => Fields.GroupId < 0 ? null : Fields.GroupId;

    /// <summary><c>n</c>: line count of the source; null when absent.</summary>
    public long? LineCount => Present(Fields.LineCount);

    /// <summary><c>r</c>: relative time, in the source's own unit; null when absent.</summary>
    public long? RelativeTime => Present(Fields.RelativeTime);

    /// <summary><c>q</c>: quality mark of the network; empty when absent.</summary>
    public ReadOnlySpan<byte> Quality => Fields.Quality.Of(_text);

    /// <summary><c>t</c>: text; empty when absent.</summary>
    public ReadOnlySpan<byte> Text => Fields.Text.Of(_text);

    /// <summary><c>i</c>: information; empty when absent.</summary>
    public ReadOnlySpan<byte> Information => Fields.Information.Of(_text);

    /// <summary><c>T</c>: time as text, e.g. <c>2014-12-10 00.00.01</c>; empty when absent.</summary>
    public ReadOnlySpan<byte> TimeText => Fields.TimeText.Of(_text);

    /// <summary><c>x</c>: a counter or extension of the network; empty when absent.</summary>
    public ReadOnlySpan<byte> Extension => Fields.Extension.Of(_text);

    private static long? Present(long value) => value == TagFields.Absent ? null : value;

    private static TagFields Empty()
    {
        var fields = new TagFields();
        fields.Clear();
        return fields;
    }
}
