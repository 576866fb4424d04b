namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Writes the fields of a message one after the other, most significant bit first.</summary>
/// <param name="buffer">Where the bits go; what is not written stays as it was, so it must be zero.</param>
public ref struct AisBitWriter(Span<byte> buffer)
{
    private readonly Span<byte> _buffer = buffer;

    /// <summary>Bits written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Writes the low <paramref name="width"/> (0–32) bits of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The buffer is full.</exception>
    public void UInt(int width, uint value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Length + width, _buffer.Length * 8, nameof(width));
        for (var bit = width - 1; bit >= 0; bit--, Length++)
        {
            if (((value >> bit) & 1) != 0)
            {
                _buffer[Length >> 3] |= (byte)(128 >> (Length & 7));
            }
        }
    }

    /// <summary>Writes a two's complement number.</summary>
    public void Int(int width, int value) => UInt(width, (uint)value);

    /// <summary>Writes one bit; false for null.</summary>
    public void Flag(bool? value) => UInt(1, value == true ? 1u : 0);

    /// <summary>Writes an unsigned number, held between 0 and the field's greatest value, or what stands for its absence.</summary>
    public void Clamped(int width, double? value, uint absent, uint most)
    {
        UInt(width, value is { } known ? (uint)Math.Clamp(Math.Round(known), 0, most) : absent);
    }

    /// <summary>Writes six-bit text padded with <c>@</c>; letters become upper case, what has no six-bit form a space.</summary>
    public void Text(int characters, string? text)
    {
        for (var i = 0; i < characters; i++)
        {
            UInt(6, text is not null && i < text.Length ? SixBitOf(text[i]) : 0);
        }
    }

    /// <summary>Writes the first <paramref name="length"/> bits of left-aligned bytes.</summary>
    public void Raw(ReadOnlySpan<byte> bytes, int length)
    {
        for (var i = 0; i < length; i += 8)
        {
            var width = Math.Min(8, length - i);
            UInt(width, (uint)(bytes[i / 8] >> (8 - width)));
        }
    }

    private static uint SixBitOf(char character) =>
        char.ToUpperInvariant(character) switch
        {
            >= '@' and <= '_' and var letter => (uint)(letter - 64),
            >= ' ' and <= '?' and var sign => sign,
            _ => ' ',
        };
}
