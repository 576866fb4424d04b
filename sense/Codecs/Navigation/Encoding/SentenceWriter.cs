using System.Buffers.Text;
using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation.Encoding;

/// <summary>Writes one sentence, field after field.</summary>
public ref struct SentenceWriter
{
    private readonly Span<byte> _destination;

    internal SentenceWriter(Span<byte> destination) => _destination = destination;

    internal int Length { get; private set; }

    /// <summary>Opens the sentence: <c>$</c> or <c>!</c>, talker, formatter.</summary>
    internal void Begin(char start, string talker)
    {
        Put((byte)start);
        Put(talker);
    }

    /// <summary>The three letters of the formatter; called once, first.</summary>
    public void Formatter(string formatter) => Put(formatter);

    /// <summary>A whole number with at least so many digits.</summary>
    public void Whole(int? value, int digits = 1)
    {
        Put((byte)',');
        if (value is { } known)
        {
            _ = Utf8Formatter.TryFormat(known, _destination[Length..], out var written, new('D', (byte)digits));
            Length += written;
        }
    }

    /// <summary>A number with so many digits behind the point.</summary>
    public void Number(double? value, int decimals)
    {
        Put((byte)',');
        if (value is { } known && double.IsFinite(known))
        {
            Decimal(known, 1, decimals);
        }
    }

    /// <summary>A field of one character.</summary>
    public void Letter(char? value)
    {
        Put((byte)',');
        if (value is { } known)
        {
            Put((byte)known);
        }
    }

    /// <summary>Text; reserved and unprintable characters are written as <c>^hh</c>, what Latin-1 lacks as <c>?</c>.</summary>
    public void Text(string? value)
    {
        Put((byte)',');
        foreach (var character in value ?? "")
        {
            var one = character <= 'ÿ' ? (byte)character : (byte)'?';
            if (one is < 0x20 or >= 0x7F || "!$*,\\^~"u8.Contains(one))
            {
                Put((byte)'^');
                Put((byte)"0123456789ABCDEF"[one >> 4]);
                Put((byte)"0123456789ABCDEF"[one & 15]);
            }
            else
            {
                Put(one);
            }
        }
    }

    /// <summary>Time of day, <c>hhmmss.ss</c>.</summary>
    public void Time(TimeSpan? value)
    {
        Put((byte)',');
        if (value is { } known)
        {
            var hundredths = (long)(known.TotalSeconds * 100 + 0.5) % (24 * 360_000);
            Digits(hundredths / 360_000, 2);
            Digits(hundredths / 6000 % 60, 2);
            Digits(hundredths / 100 % 60, 2);
            Put((byte)'.');
            Digits(hundredths % 100, 2);
        }
    }

    /// <summary>Four fields: <c>ddmm.mmmmm,N,dddmm.mmmmm,E</c>; five digits of a minute are 2 cm.</summary>
    public void Position(NavigationPosition? value)
    {
        Angle(value?.LatitudeDegrees, 2, 'N', 'S');
        Angle(value?.LongitudeDegrees, 3, 'E', 'W');
    }

    /// <summary>Characters as they are; for what is known to hold none that is reserved.</summary>
    internal void Raw(scoped ReadOnlySpan<byte> value)
    {
        Put((byte)',');
        value.CopyTo(_destination[Length..]);
        Length += value.Length;
    }

    internal void End()
    {
        var sum = Checksum.Of(_destination[1..Length]);
        Put((byte)'*');
        Put((byte)"0123456789ABCDEF"[sum >> 4]);
        Put((byte)"0123456789ABCDEF"[sum & 15]);
        Put("\r\n");
    }

    private void Angle(double? degrees, int digits, char positive, char negative)
    {
        const long unitsPerDegree = 60 * 100_000;
        Put((byte)',');
        if (degrees is { } known)
        {
            var units = (long)Math.Round(Math.Abs(known) * unitsPerDegree);
            Digits(units / unitsPerDegree, digits);
            Digits(units % unitsPerDegree / 100_000, 2);
            Put((byte)'.');
            Digits(units % 100_000, 5);
        }
        Letter(
            degrees is null ? null
            : degrees >= 0 ? positive
            : negative
        );
    }

    private void Decimal(double value, int digits, int decimals)
    {
        var unit = 1L;
        for (var i = 0; i < decimals; i++)
        {
            unit *= 10;
        }
        var units = (long)Math.Round(Math.Abs(value) * unit);
        if (value < 0 && units != 0)
        {
            Put((byte)'-');
        }
        Digits(units / unit, digits);
        if (decimals > 0)
        {
            Put((byte)'.');
            Digits(units % unit, decimals);
        }
    }

    private void Digits(long value, int digits)
    {
        _ = Utf8Formatter.TryFormat(value, _destination[Length..], out var written, new('D', (byte)digits));
        Length += written;
    }

    private void Put(string text) => Length += System.Text.Encoding.ASCII.GetBytes(text, _destination[Length..]);

    private void Put(byte value) => _destination[Length++] = value;
}
