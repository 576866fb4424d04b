using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>The comma-separated fields of one sentence, 1 being the first behind the address. What is empty or unreadable is null.</summary>
/// <remarks>IEC 61162-1, §7 (field formats). Cost of each field: one scan of the sentence up to it.</remarks>
internal readonly ref struct SentenceFields
{
    private readonly ReadOnlySpan<byte> _body;

    public SentenceFields(in NmeaSentence sentence) => _body = sentence.Body;

    /// <summary>True for a sentence of this formatter, whatever the talker.</summary>
    public static bool TryRead(in NmeaSentence sentence, ReadOnlySpan<byte> formatter, out SentenceFields fields)
    {
        fields = new SentenceFields(in sentence);
        return sentence.Formatter.SequenceEqual(formatter);
    }

    /// <summary>The field without spaces around it; empty when the sentence is too short for it.</summary>
    public ReadOnlySpan<byte> Raw(int index) => NmeaSentence.FieldOf(_body, index).Trim((byte)' ');

    /// <summary>A decimal number.</summary>
    public double? Number(int index) => DecimalNumber.TryParse(Raw(index), out var number) ? number.Value : null;

    /// <summary>A number that must not be below 0.</summary>
    public double? Positive(int index) => Number(index) is >= 0 and var number ? number : null;

    /// <summary>A direction, degrees, 0–360.</summary>
    public double? Degrees(int index) => Number(index) is >= 0 and <= 360 and var degrees ? degrees : null;

    /// <summary>A number with its sign in the next field, such as a variation with <c>E</c> or <c>W</c>; east is positive.</summary>
    public double? EastPositive(int index) =>
        Letter(index + 1) switch
        {
            'E' => Number(index),
            'W' => -Number(index),
            _ => null,
        };

    /// <summary>A whole number of decimal digits from 0 to <paramref name="most"/>.</summary>
    public int? Whole(int index, int most = int.MaxValue) =>
        TagFields.Number(Raw(index)) is var number and >= 0 && number <= most ? (int)number : null;

    /// <summary>A whole number of hexadecimal digits, at most six.</summary>
    public int? Hexadecimal(int index)
    {
        var digits = Raw(index);
        if (digits.Length is 0 or > 6)
        {
            return null;
        }
        var value = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return null;
            }
            value = value * 16 + Convert.ToInt32(char.ToString((char)digit), 16);
        }
        return value;
    }

    /// <summary>A field of one character.</summary>
    public char? Letter(int index) => Raw(index) is { Length: 1 } one ? (char)one[0] : null;

    /// <summary>A status: true for <c>A</c>, false for <c>V</c>.</summary>
    public bool? IsValid(int index) =>
        Letter(index) switch
        {
            'A' => true,
            'V' => false,
            _ => null,
        };

    /// <summary>Text of any length, its escapes still in it.</summary>
    public SentenceText Text(int index) => new(Raw(index));

    /// <summary>UTC time of day, <c>hhmmss.ss</c>; the second 60 of a leap second is kept.</summary>
    public TimeSpan? Time(int index)
    {
        var raw = Raw(index);
        if (raw.Length < 6 || !DecimalNumber.TryParse(raw, out var number) || number.Digits < 0)
        {
            return null;
        }
        var (whole, fraction) = number.Split();
        var (hour, minute, second) = (whole / 10_000, whole / 100 % 100, whole % 100);
        return hour < 24 && minute < 60 && second <= 60
            ? new TimeSpan((int)hour, (int)minute, (int)second) + TimeSpan.FromMicroseconds(Math.Round(fraction * 1e6))
            : null;
    }

    /// <summary>Four fields: <c>ddmm.mm,N,dddmm.mm,E</c>.</summary>
    public NavigationPosition? Position(int index)
    {
        var latitude = Angle(Raw(index), Letter(index + 1), 'N', 'S', 90);
        var longitude = Angle(Raw(index + 2), Letter(index + 3), 'E', 'W', 180);
        return latitude is { } north && longitude is { } east ? new NavigationPosition(north, east) : null;
    }

    private static double? Angle(ReadOnlySpan<byte> raw, char? side, char positive, char negative, int most)
    {
        if (!DecimalNumber.TryParse(raw, out var number) || number.Digits < 0 || (side != positive && side != negative))
        {
            return null;
        }
        // Degrees and minutes share one number; taken apart as whole digits so that no digit is lost.
        var (whole, fraction) = number.Split();
        var minutes = whole % 100 + fraction;
        var degrees = whole / 100 + minutes / 60;
        return minutes < 60 && degrees <= most ? (side == positive ? degrees : -degrees) : null;
    }
}
