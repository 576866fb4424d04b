using System.Buffers.Text;
using Fourfold.Codecs.Ais;

namespace Fourfold.Codecs.Text;

/// <summary>Writes one JSON object as UTF-8 into a span that its caller made long enough.</summary>
internal ref struct JsonLine(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;
    private bool _needsComma;

    public int Length { get; private set; }

    public void Raw(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(_destination[Length..]);
        Length += text.Length;
    }

    public void Byte(byte value) => _destination[Length++] = value;

    public void BeginObject()
    {
        Separate();
        Byte((byte)'{');
        _needsComma = false;
    }

    /// <summary>An object as the value of the name just written.</summary>
    public void BeginValue()
    {
        Byte((byte)'{');
        _needsComma = false;
    }

    public void EndObject()
    {
        Byte((byte)'}');
        _needsComma = true;
    }

    public void BeginArray(ReadOnlySpan<byte> name)
    {
        Name(name);
        Byte((byte)'[');
        _needsComma = false;
    }

    public void EndArray()
    {
        Byte((byte)']');
        _needsComma = true;
    }

    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        Byte((byte)'"');
        Raw(name);
        Raw("\":"u8);
    }

    /// <summary>A name of two parts, <c>start</c> and <c>hour</c>: <c>start_hour</c>.</summary>
    public void Name(ReadOnlySpan<byte> part, ReadOnlySpan<byte> name)
    {
        Separate();
        Byte((byte)'"');
        Raw(part);
        Byte((byte)'_');
        Raw(name);
        Raw("\":"u8);
    }

    public void Number(long value)
    {
        _ = Utf8Formatter.TryFormat(value, _destination[Length..], out var written);
        Length += written;
    }

    /// <summary>A number in decimal digits, at least <paramref name="digits"/> of them.</summary>
    public void Padded(uint value, int digits)
    {
        for (var power = Power(digits - 1); power > value && power > 1; power /= 10)
        {
            Byte((byte)'0');
        }
        Number(value);
    }

    public void Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Number(value);
    }

    /// <summary>A number with at most <paramref name="decimals"/> digits after the point.</summary>
    public void Fixed(ReadOnlySpan<byte> name, double? value, byte decimals)
    {
        if (value is { } known)
        {
            Name(name);
            Fixed(known, decimals);
        }
    }

    public void Fixed(double value, byte decimals)
    {
        _ = Utf8Formatter.TryFormat(value, _destination[Length..], out var written, new('F', decimals));
        Length += written;
    }

    public void Maybe(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } known)
        {
            Number(name, known);
        }
    }

    public void Bool(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        Raw(value ? "true"u8 : "false"u8);
    }

    public void Maybe(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known)
        {
            Bool(name, known);
        }
    }

    /// <summary>A string that needs no escapes.</summary>
    public void Plain(ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> text)
    {
        Name(name);
        Byte((byte)'"');
        Raw(text);
        Byte((byte)'"');
    }

    /// <summary>A string of any bytes; what is not printable ASCII is escaped as Latin-1.</summary>
    public void Escaped(ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> text)
    {
        Name(name);
        Quoted(text);
    }

    /// <summary>Text of bytes as the value of the name just written, escaped.</summary>
    public void Quoted(scoped ReadOnlySpan<byte> text)
    {
        Byte((byte)'"');
        foreach (var one in text)
        {
            if (one is (byte)'"' or (byte)'\\')
            {
                Byte((byte)'\\');
                Byte(one);
            }
            else if (one is >= 0x20 and < 0x7F)
            {
                Byte(one);
            }
            else
            {
                Raw("\\u00"u8);
                Byte("0123456789abcdef"u8[one >> 4]);
                Byte("0123456789abcdef"u8[one & 15]);
            }
        }
        Byte((byte)'"');
    }

    public void Hex(scoped ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            Byte("0123456789abcdef"u8[one >> 4]);
            Byte("0123456789abcdef"u8[one & 15]);
        }
    }

    // The fields of a message: left out when the message is too short for them.

    public void UInt(ReadOnlySpan<byte> name, AisBits bits, int offset, int width)
    {
        if (bits.Has(offset, width))
        {
            Number(name, bits.UInt(offset, width));
        }
    }

    public void Int(ReadOnlySpan<byte> name, AisBits bits, int offset, int width)
    {
        if (bits.Has(offset, width))
        {
            Number(name, bits.Int(offset, width));
        }
    }

    public void Flag(ReadOnlySpan<byte> name, AisBits bits, int offset)
    {
        if (bits.Has(offset, 1))
        {
            Bool(name, bits.Flag(offset));
        }
    }

    public void Text(ReadOnlySpan<byte> name, scoped AisText text)
    {
        if (text.Capacity > 0)
        {
            AnyText(name, text);
        }
    }

    // As gpsd prints them: also what the message is too short for.

    public void Loose(ReadOnlySpan<byte> name, AisBits bits, int offset, int width) =>
        Number(name, bits.Loose(offset, width));

    public void LooseInt(ReadOnlySpan<byte> name, AisBits bits, int offset, int width) =>
        Number(name, bits.LooseInt(offset, width));

    public void LooseFlag(ReadOnlySpan<byte> name, AisBits bits, int offset) => Bool(name, bits.Loose(offset, 1) != 0);

    public void AnyText(ReadOnlySpan<byte> name, scoped AisText text)
    {
        Span<byte> ascii = stackalloc byte[Nmea.NmeaLimits.MaxPayloadCharacters];
        Escaped(name, ascii[..text.CopyTo(ascii)]);
    }

    private void Separate()
    {
        if (_needsComma)
        {
            Byte((byte)',');
        }
        _needsComma = true;
    }

    private static uint Power(int exponent)
    {
        uint power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }
        return power;
    }
}
