using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fourfold.Codecs.Nmea;

/// <summary>The NMEA checksum: exclusive or of all bytes, as two hexadecimal digits.</summary>
internal static class Checksum
{
    /// <summary>Exclusive or of <paramref name="bytes"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 32 || !Vector256.IsHardwareAccelerated)
        {
            return OfShort(bytes);
        }
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var sum = Vector256.LoadUnsafe(ref first);
        var done = 32;
        for (; done + 32 <= bytes.Length; done += 32)
        {
            sum ^= Vector256.LoadUnsafe(ref first, (nuint)done);
        }
        // The last vector overlaps what is done: only the lanes behind it count.
        var before = Vector256.Create((byte)(32 - (bytes.Length - done)));
        var keep = Vector256.GreaterThanOrEqual(Vector256<byte>.Indices, before);
        sum ^= Vector256.LoadUnsafe(ref first, (nuint)(bytes.Length - 32)) & keep;
        return Fold(sum.GetLower() ^ sum.GetUpper());
    }

    /// <summary>The same of the first <paramref name="length"/> bytes, where at least 64 more may be read behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte OfPadded(ReadOnlySpan<byte> padded, int length)
    {
        if (!Vector512.IsHardwareAccelerated || padded.Length - 64 < length)
        {
            return Of(padded[..length]);
        }
        ref var first = ref MemoryMarshal.GetReference(padded);
        var sum = Vector512<byte>.Zero;
        var done = 0;
        for (; done + 64 <= length; done += 64)
        {
            sum ^= Vector512.LoadUnsafe(ref first, (nuint)done);
        }
        var keep = Vector512.LessThan(Vector512<byte>.Indices, Vector512.Create((byte)(length - done)));
        sum ^= Vector512.LoadUnsafe(ref first, (nuint)done) & keep;
        var half = sum.GetLower() ^ sum.GetUpper();
        return Fold(half.GetLower() ^ half.GetUpper());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte OfShort(ReadOnlySpan<byte> bytes)
    {
        ulong words = 0;
        while (bytes.Length >= 8)
        {
            words ^= MemoryMarshal.Read<ulong>(bytes);
            bytes = bytes[8..];
        }
        var sum = FoldWord(words);
        foreach (var one in bytes)
        {
            sum ^= one;
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Fold(Vector128<byte> sum)
    {
        var halves = sum.AsUInt64();
        return FoldWord(halves.ToScalar() ^ halves.GetElement(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte FoldWord(ulong word)
    {
        word ^= word >> 32;
        word ^= word >> 16;
        return (byte)(word ^ (word >> 8));
    }

    /// <summary>Value of two hexadecimal digits, either case; −1 when they are not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Parse(byte high, byte low) => Digits[high] * 16 + Digits[low];

    // A character that is no digit weighs enough to make the sum negative in either place.
    private static readonly short[] Digits = MakeDigits();

    private static short[] MakeDigits()
    {
        var digits = new short[256];
        Array.Fill(digits, (short)-256);
        for (var i = 0; i < 16; i++)
        {
            digits["0123456789ABCDEF"[i]] = (short)i;
            digits["0123456789abcdef"[i]] = (short)i;
        }
        return digits;
    }
}
