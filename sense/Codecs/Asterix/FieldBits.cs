using System.Buffers.Binary;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>Reads and writes runs of bits, numbered from the first octet's most significant.</summary>
internal static class FieldBits
{
    /// <summary>Up to 64 bits as they stand; the caller has checked that they are there.</summary>
    public static ulong Read(ReadOnlySpan<byte> bytes, int offset, int width)
    {
        ulong value = 0;
        for (var (at, left) = (offset, width); left > 0; )
        {
            var take = Math.Min(8 - (at & 7), left);
            var octet = bytes[at >> 3] >> (8 - (at & 7) - take);
            value = (value << take) | ((uint)octet & ((1u << take) - 1));
            at += take;
            left -= take;
        }
        return value;
    }

    /// <summary>A field's raw number, with its sign when it has one.</summary>
    public static long Raw(AsterixField field, ReadOnlySpan<byte> bytes)
    {
        var value = Read(bytes, field.Offset, field.Width);
        return field.Kind is AsterixFieldKind.Signed
            ? (long)(value << (64 - field.Width)) >> (64 - field.Width)
            : (long)value;
    }

    /// <summary>Puts the low bits of a number in their place and leaves all other bits.</summary>
    public static void Write(Span<byte> bytes, int offset, int width, ulong value)
    {
        for (var (end, left) = (offset + width, width); left > 0; )
        {
            var last = (end - 1) & 7;
            var take = Math.Min(last + 1, left);
            var shift = 7 - last;
            var mask = ((1 << take) - 1) << shift;
            ref var octet = ref bytes[(end - 1) >> 3];
            octet = (byte)((octet & ~mask) | ((int)(value << shift) & mask));
            value >>= take;
            end -= take;
            left -= take;
        }
    }

    /// <summary>One six-bit character of ICAO Annex 10, volume IV, table 3-9; a space where the code has none.</summary>
    public static byte FromSixBit(int code) =>
        code switch
        {
            >= 1 and <= 26 => (byte)('@' + code),
            >= 48 and <= 57 => (byte)code,
            _ => (byte)' ',
        };

    /// <summary>The six-bit code of a character; that of a space when it has none.</summary>
    public static int ToSixBit(char letter) =>
        char.IsAsciiLetterUpper(letter) ? letter - '@'
        : char.IsAsciiDigit(letter) ? letter
        : ' ';

    public static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
