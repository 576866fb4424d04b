using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Fourfold.Codecs.Ais;

/// <summary>The six-bit armour of VDM payloads: <c>0–W</c> are 0–39, <c>`–w</c> are 40–63.</summary>
/// <remarks>IEC 61162-1, Table of six-bit binary field conversion.</remarks>
internal static class SixBit
{
    /// <summary>Bytes that may be written behind the last one: a vector's worth.</summary>
    public const int Slack = 32;

    private const byte Invalid = 255;

    private static readonly byte[] Values = MakeValues();

    /// <summary>Characters for 0–63.</summary>
    public static ReadOnlySpan<byte> Characters => "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw"u8;

    /// <summary>Value of an armour character; above 63 when it is none.</summary>
    public static byte Value(byte character) => Values[character];

    /// <summary>Unpacks characters to bits, most significant first, zeros behind the last.</summary>
    /// <param name="padded">The characters, and whatever follows them in the buffer.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="bits">Room for <c>⌈count × 3 ÷ 4⌉ + <see cref="Slack"/></c> bytes; at least four behind the last are cleared.</param>
    /// <returns>False when a character is not of the armour; what was written is then of no use.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryUnpack(ReadOnlySpan<byte> padded, int count, Span<byte> bits)
    {
        var (wide, narrow) = ((count + 31) / 32, (count + 15) / 16);
        if (Avx2.IsSupported && padded.Length >= wide * 32 && bits.Length >= wide * 24 + 8)
        {
            return TryUnpackWide(padded, count, bits);
        }
        return Ssse3.IsSupported && padded.Length >= narrow * 16 && bits.Length >= narrow * 12 + 4
            ? TryUnpackVectors(padded, count, bits)
            : TryUnpackScalar(padded[..count], bits);
    }

    // Thirty-two characters make 24 bytes in one store: what is read next from them need not wait for a second one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryUnpackWide(ReadOnlySpan<byte> padded, int count, Span<byte> bits)
    {
        ref var source = ref MemoryMarshal.GetReference(padded);
        ref var target = ref MemoryMarshal.GetReference(bits);
        var wrong = Vector256<byte>.Zero;
        for (nuint at = 0, to = 0; (int)at < count; at += 32, to += 24)
        {
            var most = Vector256.Create((byte)(Math.Min(count - (int)at, 32) - 1));
            var within = Vector256.Equals(Vector256.Min(Vector256<byte>.Indices, most), Vector256<byte>.Indices);
            var text = (Vector256.LoadUnsafe(ref source, at) - Vector256.Create((byte)'0')) & within;
            // Signed: a character below 0 or above w becomes negative or more than 71.
            var upper = Vector256.GreaterThan(text.AsSByte(), Vector256.Create((sbyte)39)).AsByte();
            var six = text - (upper & Vector256.Create((byte)8));
            var gap = upper & Vector256.GreaterThan(Vector256.Create((sbyte)40), six.AsSByte()).AsByte();
            wrong |= gap | (six & Vector256.Create((byte)0xC0));
            var pairs = Avx2.MultiplyAddAdjacent(six, Vector256.Create((short)0x0140).AsSByte());
            var quads = Avx2.MultiplyAddAdjacent(pairs, Vector256.Create(0x00011000).AsInt16()).AsByte();
            var order = Vector256.Create(Order, Order);
            var packed = Avx2.PermuteVar8x32(
                Avx2.Shuffle(quads, order).AsInt32(),
                Vector256.Create(0, 1, 2, 4, 5, 6, 3, 7)
            );
            packed.AsByte().StoreUnsafe(ref target, to);
        }
        return wrong == Vector256<byte>.Zero;
    }

    private static Vector128<byte> Order =>
        Vector128.Create((byte)2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, 128, 128, 128, 128);

    private static bool TryUnpackVectors(ReadOnlySpan<byte> padded, int count, Span<byte> bits)
    {
        ref var source = ref MemoryMarshal.GetReference(padded);
        ref var target = ref MemoryMarshal.GetReference(bits);
        var lanes = Vector128<byte>.Indices;
        var wrong = Vector128<byte>.Zero;
        for (nuint at = 0, to = 0; (int)at < count; at += 16, to += 12)
        {
            var within = Vector128.LessThan(lanes, Vector128.Create((byte)Math.Min(count - (int)at, 16)));
            var text = Vector128.LoadUnsafe(ref source, at) - Vector128.Create((byte)'0');
            var upper = Vector128.GreaterThan(text, Vector128.Create((byte)39));
            var six = text - (upper & Vector128.Create((byte)8));
            // Of the upper range 40–47 do not exist, and nothing above 71.
            var gap = upper & Vector128.LessThan(six, Vector128.Create((byte)40));
            wrong |= within & (gap | Vector128.GreaterThan(six, Vector128.Create((byte)63)));
            var pairs = Ssse3.MultiplyAddAdjacent(six & within, Vector128.Create((short)0x0140).AsSByte());
            var quads = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(0x00011000).AsInt16());
            Ssse3.Shuffle(quads.AsByte(), Order).StoreUnsafe(ref target, to);
        }
        return wrong == Vector128<byte>.Zero;
    }

    private static bool TryUnpackScalar(ReadOnlySpan<byte> characters, Span<byte> bits)
    {
        ulong held = 0;
        var count = 0;
        var to = 0;
        byte wrong = 0;
        foreach (var character in characters)
        {
            var six = Values[character];
            wrong |= six;
            held = (held << 6) | (uint)(six & 63);
            if (++count == 8)
            {
                BinaryPrimitives.WriteUInt64BigEndian(bits[to..], held << 16);
                (held, count, to) = (0, 0, to + 6);
            }
        }
        BinaryPrimitives.WriteUInt64BigEndian(bits[to..], count == 0 ? 0 : held << (64 - 6 * count));
        bits.Slice(to + 8, 8).Clear();
        return wrong < 64;
    }

    private static byte[] MakeValues()
    {
        var values = new byte[256];
        Array.Fill(values, Invalid);
        for (var i = 0; i < Characters.Length; i++)
        {
            values[Characters[i]] = (byte)i;
        }
        return values;
    }
}
