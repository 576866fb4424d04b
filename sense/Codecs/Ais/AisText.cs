using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Fourfold.Codecs.Ais;

/// <summary>Six-bit text inside a message: upper-case ASCII, ended by the first <c>@</c>, without spaces at its end.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 47. Value 31 is <c>_</c>, 39 is <c>'</c>.</remarks>
public readonly ref struct AisText
{
    private readonly AisBits _bits;
    private readonly int _offset;

    internal AisText(AisBits bits, int offset, int capacity)
    {
        _bits = bits;
        _offset = offset;
        Capacity = capacity;
    }

    /// <summary>Characters the message has room for, from 0 when the field is absent; the text may be shorter.</summary>
    public int Capacity { get; }

    /// <summary>True when the field is absent or says nothing (<c>@</c> at once, or spaces only). Cost: reads the text.</summary>
    public bool IsEmpty
    {
        get
        {
            for (var at = 0; at < Capacity; at += 8)
            {
                var spread = SpreadAt(at, Math.Min(8, Capacity - at));
                var end = FirstZero(spread);
                var said = end == 8 ? ulong.MaxValue : (1UL << (8 * end)) - 1;
                if (((spread ^ 0x2020202020202020) & said) != 0)
                {
                    return false;
                }
                if (end < 8)
                {
                    return true;
                }
            }
            return true;
        }
    }

    /// <summary>Writes the text as ASCII.</summary>
    /// <returns>Length of the text, which is cut where <paramref name="destination"/> ends; bytes behind it may be overwritten.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var room = Math.Min(Capacity, destination.Length);
        for (var at = 0; at < room; at += 8)
        {
            var count = Math.Min(8, room - at);
            var spread = SpreadAt(at, count);
            var end = FirstZero(spread);
            Put(destination[at..], spread, Math.Min(end, count));
            if (end < 8)
            {
                return Trim(destination[..(at + Math.Min(end, count))]);
            }
        }
        return Trim(destination[..room]);
    }

    // Eight characters are 48 bits, one load; what is missing of them counts as the end, @.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong SpreadAt(int at, int count) => Spread(_bits.Bits(_offset + at * 6, count * 6) << (48 - count * 6));

    /// <summary>48 bits as eight bytes of 0–63, the first in the lowest byte.</summary>
    private static ulong Spread(ulong packed)
    {
        if (Bmi2.X64.IsSupported)
        {
            return BinaryPrimitives.ReverseEndianness(Bmi2.X64.ParallelBitDeposit(packed, 0x3F3F3F3F3F3F3F3F));
        }
        ulong spread = 0;
        for (var shift = 0; shift < 64; shift += 8)
        {
            spread = (spread << 8) | (packed & 63);
            packed >>= 6;
        }
        return spread;
    }

    // Index of the first byte that is 0; 8 when none is. No byte exceeds 63, so nothing carries into the next.
    private static int FirstZero(ulong spread) =>
        BitOperations.TrailingZeroCount((0x4040404040404040 - spread) & 0x4040404040404040) / 8;

    // Values below 32 stand for the letters, which are 64 above.
    private static void Put(Span<byte> destination, ulong spread, int count)
    {
        var ascii = spread | ((~spread & 0x2020202020202020) << 1);
        if (destination.Length >= 8)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(destination, ascii);
            return;
        }
        for (var i = 0; i < count; i++)
        {
            destination[i] = (byte)(ascii >> (8 * i));
        }
    }

    /// <summary>The text; null when the field is absent or says nothing. Allocates.</summary>
    public string? ToStringOrNull()
    {
        Span<byte> text = stackalloc byte[MaxCharacters];
        var length = CopyTo(text);
        return length == 0 ? null : System.Text.Encoding.ASCII.GetString(text[..length]);
    }

    /// <summary>The text, empty when absent. Allocates.</summary>
    public override string ToString() => ToStringOrNull() ?? "";

    // The longest text a message of the greatest accepted length can hold.
    private const int MaxCharacters = Nmea.NmeaLimits.MaxPayloadCharacters;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Trim(Span<byte> text)
    {
        var length = text.Length;
        while (length > 0 && text[length - 1] == (byte)' ')
        {
            length--;
        }
        return length;
    }
}
