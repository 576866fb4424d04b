using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Fourfold.Codecs.Ais;

namespace Fourfold.Codecs.Text;

/// <summary>Writes one JSON object as UTF-8 into a span that its caller made long enough.</summary>
/// <remarks>
/// Names are inlined where they are written, so that each is copied as the constant it is, with its comma, quotes and
/// colon in one go.
/// </remarks>
internal ref struct JsonLine(Span<byte> destination)
{
    // Printable ASCII without what JSON escapes.
    private static readonly SearchValues<byte> Plainly = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8
    );

    private readonly Span<byte> _destination = destination;
    private bool _needsComma;

    public int Length { get; private set; }

    public void Raw(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(_destination[Length..]);
        Length += text.Length;
    }

    public void Byte(byte value) => _destination[Length++] = value;

    /// <summary>Further members of an object that has one already, to be given back with <see cref="Accept"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly JsonMembers Members() => new(_destination, Length);

    /// <summary>Goes on behind the members.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Accept(scoped in JsonMembers members)
    {
        Length = members.Length;
        _needsComma = true;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Name(ReadOnlySpan<byte> name)
    {
        var comma = _needsComma ? 1 : 0;
        var to = _destination[Length..];
        to[0] = (byte)',';
        to[comma] = (byte)'"';
        var text = to[(comma + 1)..];
        name.CopyTo(text);
        text[name.Length + 1] = (byte)':';
        text[name.Length] = (byte)'"';
        Length += comma + 1 + name.Length + 2;
        _needsComma = true;
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

    public void Number(long value) => Length += DecimalText.Write(value, _destination[Length..]);

    /// <summary>A number in decimal digits, at least <paramref name="digits"/> of them.</summary>
    public void Padded(uint value, int digits)
    {
        for (var power = Power(digits - 1); power > value && power > 1; power /= 10)
        {
            Byte((byte)'0');
        }
        Number(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Number(value);
    }

    /// <summary>A number with exactly <paramref name="decimals"/> digits after the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fixed(ReadOnlySpan<byte> name, double? value, byte decimals)
    {
        if (value is { } known)
        {
            Name(name);
            Fixed(known, decimals);
        }
    }

    public void Fixed(double value, byte decimals) =>
        Length += DecimalText.WriteFixed(value, decimals, _destination[Length..]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Maybe(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } known)
        {
            Number(name, known);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bool(ReadOnlySpan<byte> name, bool value)
    {
        Name(name);
        if (value)
        {
            Raw("true"u8);
        }
        else
        {
            Raw("false"u8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Maybe(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } known)
        {
            Bool(name, known);
        }
    }

    /// <summary>A string that needs no escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    public void Quoted(scoped ReadOnlySpan<byte> text)
    {
        Byte((byte)'"');
        if (text.IndexOfAnyExcept(Plainly) < 0)
        {
            Raw(text);
        }
        else
        {
            Escape(text);
        }
        Byte((byte)'"');
    }

    private void Escape(scoped ReadOnlySpan<byte> text)
    {
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
    }

    /// <summary>A string of UTF-8; what is none is replaced by U+FFFD. Doubled quotes become one, as in a table's cell.</summary>
    public void Cell(ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> text)
    {
        Name(name);
        Byte((byte)'"');
        while (!text.IsEmpty)
        {
            var isRead = Rune.DecodeFromUtf8(text, out var rune, out var length) == OperationStatus.Done;
            if (isRead && rune.Value >= 0x80)
            {
                Raw(text[..length]);
            }
            else if (isRead)
            {
                Escape(text[..1]);
                length = text.StartsWith("\"\""u8) ? 2 : 1;
            }
            else
            {
                Raw("\uFFFD"u8);
            }
            text = text[length..];
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void UInt(ReadOnlySpan<byte> name, AisBits bits, int offset, int width)
    {
        if (bits.Has(offset, width))
        {
            Number(name, bits.UInt(offset, width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Int(ReadOnlySpan<byte> name, AisBits bits, int offset, int width)
    {
        if (bits.Has(offset, width))
        {
            Number(name, bits.Int(offset, width));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Loose(ReadOnlySpan<byte> name, AisBits bits, int offset, int width) =>
        Number(name, bits.Loose(offset, width));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LooseInt(ReadOnlySpan<byte> name, AisBits bits, int offset, int width) =>
        Number(name, bits.LooseInt(offset, width));

    public void LooseFlag(ReadOnlySpan<byte> name, AisBits bits, int offset) => Bool(name, bits.Loose(offset, 1) != 0);

    public void AnyText(ReadOnlySpan<byte> name, scoped AisText text)
    {
        Name(name);
        // Written where it belongs; six-bit text seldom holds a quote or backslash.
        var room = _destination[(Length + 1)..];
        var length = text.CopyTo(room);
        if (room[..length].IndexOfAny((byte)'"', (byte)'\\') < 0)
        {
            _destination[Length] = (byte)'"';
            room[length] = (byte)'"';
            Length += length + 2;
            return;
        }
        Span<byte> ascii = stackalloc byte[Nmea.NmeaLimits.MaxPayloadCharacters];
        Quoted(ascii[..text.CopyTo(ascii)]);
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
