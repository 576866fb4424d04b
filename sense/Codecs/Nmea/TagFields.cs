namespace Fourfold.Codecs.Nmea;

/// <summary>What was read from the tag blocks before a sentence, as numbers and slices of the text they were read from.</summary>
/// <remarks>A plain struct, so that a reader keeps one and clears it only when it was used.</remarks>
internal struct TagFields
{
    internal const int MaxTextBytes = NmeaLimits.MaxLineBytes;

    // Below this a time is in seconds: 10¹¹ s is the year 5138, 10¹¹ ms is March 1973.
    private const long SecondsBelow = 100_000_000_000;

    public bool IsPresent;
    public long TimeUnixMs;
    public long LineCount;
    public long RelativeTime;
    public int GroupNumber;
    public int GroupTotal;
    public int GroupId;
    public Slice Source;
    public Slice Destination;
    public Slice Quality;
    public Slice Text;
    public Slice Information;
    public Slice TimeText;
    public Slice Extension;

    /// <summary>A field nobody sent.</summary>
    public const long Absent = long.MinValue;

    public void Clear()
    {
        this = default;
        TimeUnixMs = LineCount = RelativeTime = Absent;
        GroupId = -1;
    }

    /// <summary>Reads the fields in <paramref name="text"/>[<paramref name="start"/>..<paramref name="end"/>], without the checksum.</summary>
    /// <returns>False when a field has no <c>:</c>; the other fields are read all the same.</returns>
    public bool Read(ReadOnlySpan<byte> text, int start, int end)
    {
        IsPresent = true;
        var whole = true;
        while (start < end)
        {
            var comma = text[start..end].IndexOf((byte)',');
            var stop = comma < 0 ? end : start + comma;
            if (stop - start >= 2 && text[start + 1] == (byte)':')
            {
                ReadField(text[start], text[(start + 2)..stop], new Slice(start + 2, stop - start - 2));
            }
            else if (stop > start && !TryReadOldGroup(text[start..stop]))
            {
                whole = false;
            }
            start = stop + 1;
        }
        return whole;
    }

    private void ReadField(byte code, ReadOnlySpan<byte> value, Slice slice)
    {
        switch (code)
        {
            case (byte)'c':
                TimeUnixMs = Time(Number(value));
                break;
            case (byte)'s':
                Source = slice;
                break;
            case (byte)'g':
                ReadGroup(value);
                break;
            case (byte)'n':
                LineCount = Number(value);
                break;
            case (byte)'d':
                Destination = slice;
                break;
            case (byte)'r':
                RelativeTime = Number(value);
                break;
            case (byte)'q':
                Quality = slice;
                break;
            case (byte)'t':
                Text = slice;
                break;
            case (byte)'i':
                Information = slice;
                break;
            case (byte)'T':
                TimeText = slice;
                break;
            case (byte)'x':
                Extension = slice;
                break;
            default:
                // Codes of other networks are theirs; who knows them has the raw bytes.
                break;
        }
    }

    private void ReadGroup(ReadOnlySpan<byte> value)
    {
        var first = value.IndexOf((byte)'-');
        var second = first < 0 ? -1 : value[(first + 1)..].IndexOf((byte)'-');
        if (second < 0)
        {
            return;
        }
        var number = Number(value[..first]);
        var total = Number(value.Slice(first + 1, second));
        var id = Number(value[(first + second + 2)..]);
        if (number is >= 1 and <= 99 && total >= number && total <= 99 && id is >= 0 and <= int.MaxValue)
        {
            (GroupNumber, GroupTotal, GroupId) = ((int)number, (int)total, (int)id);
        }
    }

    private bool TryReadOldGroup(ReadOnlySpan<byte> field)
    {
        if (field.Length < 5 || field[1] != (byte)'G' || field[3] != (byte)':')
        {
            return false;
        }
        var (number, total, id) = (field[0] - '0', field[2] - '0', Number(field[4..]));
        if (number is < 1 or > 9 || total < number || total > 9 || id is < 0 or > int.MaxValue)
        {
            return false;
        }
        (GroupNumber, GroupTotal, GroupId) = (number, total, (int)id);
        return true;
    }

    /// <summary>Milliseconds from a count of seconds or milliseconds; <see cref="Absent"/> stays what it is.</summary>
    public static long Time(long number) => number is > 0 and < SecondsBelow ? number * 1000 : number;

    /// <summary>A number of decimal digits only; <see cref="Absent"/> for anything else.</summary>
    public static long Number(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is 0 or > 18)
        {
            return Absent;
        }
        long number = 0;
        foreach (var digit in digits)
        {
            var value = (uint)(digit - '0');
            if (value > 9)
            {
                return Absent;
            }
            number = number * 10 + value;
        }
        return number;
    }

    /// <summary>A piece of the text; both fit 16 bits because a line does.</summary>
    public readonly struct Slice(int start, int length)
    {
        private readonly ushort _start = (ushort)start;
        private readonly ushort _length = (ushort)length;

        public bool IsEmpty => _length == 0;

        public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text) => _length == 0 ? default : text.Slice(_start, _length);
    }
}
