using System.Buffers.Binary;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>Reads and writes runs of bits, numbered from the first octet's most significant.</summary>
internal static class FieldBits
{
    /// <summary>Up to 64 bits as they stand; the caller has checked that they are there.</summary>
    public static ulong Read(ReadOnlySpan<byte> bytes, int offset, int width)
    {
        var first = offset >> 3;
        var last = (offset + width - 1) >> 3;
        var left = ((last + 1) << 3) - offset - width;
        ulong value = bytes[first] & (0xFFu >> (offset & 7));
        if (first == last)
        {
            return value >> left;
        }
        for (var at = first + 1; at < last; at++)
        {
            value = (value << 8) | bytes[at];
        }
        // The last octet by itself: 64 bits that begin within an octet lie in nine.
        return (value << (8 - left)) | ((uint)bytes[last] >> left);
    }

    /// <summary>A field's raw number, with its sign when it has one.</summary>
    public static long Raw(AsterixField field, ReadOnlySpan<byte> bytes)
    {
        var value = Read(bytes, field.Offset, field.Width);
        return field.Kind is AsterixFieldKind.Signed
            ? (long)(value << (64 - field.Width)) >> (64 - field.Width)
            : (long)value;
    }

    /// <summary>A field of text as ASCII, with its trailing spaces; as much of it as there is room for.</summary>
    public static int Text(AsterixField field, ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        var bits = field.Kind is AsterixFieldKind.Text ? 8 : 6;
        var count = Math.Min(field.Width / bits, destination.Length);
        for (var i = 0; i < count; i++)
        {
            var code = (int)Read(bytes, field.Offset + i * bits, bits);
            destination[i] = bits == 8 ? (byte)code : FromSixBit(code);
        }
        return count;
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
