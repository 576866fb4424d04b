using System.Buffers.Text;
using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Fourfold.Codecs.Text;

/// <summary>Writes numbers as decimal digits, two at a time.</summary>
internal static class DecimalText
{
    /// <summary>Most digits behind the point.</summary>
    public const int MaxDecimals = 9;

    // Beyond this a double's digits are not whole numbers that fit what is done here.
    private const double MostFixed = 1e9;

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private static ReadOnlySpan<uint> Powers =>
        [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Writes a whole number.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(long value, Span<byte> destination)
    {
        if ((ulong)value < 10)
        {
            destination[0] = (byte)('0' + value);
            return 1;
        }
        var at = 0;
        var magnitude = (ulong)value;
        if (value < 0)
        {
            destination[at++] = (byte)'-';
            magnitude = 0 - magnitude;
        }
        if (magnitude > uint.MaxValue)
        {
            _ = Utf8Formatter.TryFormat(magnitude, destination[at..], out var written);
            return at + written;
        }
        var digits = Count((uint)magnitude);
        Put((uint)magnitude, destination.Slice(at, digits));
        return at + digits;
    }

    /// <summary>Writes exactly so many digits, zeros in front; a longer number is cut on the left.</summary>
    public static void WriteDigits(uint value, Span<byte> destination) => Put(value, destination);

    /// <summary>Writes a number with exactly so many digits behind the point, rounded to the nearest.</summary>
    /// <returns>Bytes written.</returns>
    public static int WriteFixed(double value, int decimals, Span<byte> destination)
    {
        if (!(Math.Abs(value) < MostFixed) || decimals is < 1 or > MaxDecimals)
        {
            _ = Utf8Formatter.TryFormat(value, destination, out var written, new('F', (byte)decimals));
            return written;
        }
        var unit = Powers[decimals];
        var units = (long)Math.Round(value * unit);
        var at = 0;
        if (units < 0)
        {
            destination[at++] = (byte)'-';
            units = -units;
        }
        var (whole, fraction) = Math.DivRem((ulong)units, unit);
        at += Write((long)whole, destination[at..]);
        destination[at++] = (byte)'.';
        Put((uint)fraction, destination.Slice(at, decimals));
        return at + decimals;
    }

    /// <summary>Writes a whole number where at least ten bytes are free.</summary>
    /// <returns>What is behind it.</returns>
    public static ref byte Append(uint value, ref byte at)
    {
        if (value < 10)
        {
            at = (byte)('0' + value);
            return ref Unsafe.Add(ref at, 1);
        }
        if (value < 100)
        {
            return ref Two(value, ref at);
        }
        if (value < 10_000)
        {
            var hundreds = value / 100;
            at = ref hundreds < 10 ? ref Append(hundreds, ref at) : ref Two(hundreds, ref at);
            return ref Two(value - hundreds * 100, ref at);
        }
        var high = value / 10_000;
        return ref Four(value - high * 10_000, ref Append(high, ref at));
    }

    /// <summary>The same for any whole number, where at least twenty bytes are free.</summary>
    public static ref byte AppendLong(long value, ref byte at) =>
        ref Unsafe.Add(ref at, Write(value, MemoryMarshal.CreateSpan(ref at, 20)));

    /// <summary>The same for a number that may be negative, where at least eleven bytes are free.</summary>
    public static ref byte AppendSigned(int value, ref byte at)
    {
        if (value < 0)
        {
            at = (byte)'-';
            at = ref Unsafe.Add(ref at, 1);
        }
        return ref Append((uint)Math.Abs((long)value), ref at);
    }

    /// <summary>Writes tenths as a number with one digit behind the point, where at least twelve bytes are free.</summary>
    /// <returns>What is behind it.</returns>
    public static ref byte AppendTenths(int tenths, ref byte at)
    {
        if (tenths < 0)
        {
            at = (byte)'-';
            at = ref Unsafe.Add(ref at, 1);
        }
        var magnitude = (uint)Math.Abs((long)tenths);
        var whole = magnitude / 10;
        at = ref Append(whole, ref at);
        at = (byte)'.';
        Unsafe.Add(ref at, 1) = (byte)('0' + (magnitude - whole * 10));
        return ref Unsafe.Add(ref at, 2);
    }

    /// <summary>Writes millionths as a number with six digits behind the point, where at least twelve bytes are free.</summary>
    /// <returns>What is behind it.</returns>
    public static ref byte AppendMillionths(long millionths, ref byte at)
    {
        if (millionths < 0)
        {
            at = (byte)'-';
            at = ref Unsafe.Add(ref at, 1);
        }
        var magnitude = (uint)Math.Abs(millionths);
        var whole = magnitude / 1_000_000;
        var fraction = magnitude - whole * 1_000_000;
        at = ref Append(whole, ref at);
        at = (byte)'.';
        var high = fraction / 10_000;
        return ref Four(fraction - high * 10_000, ref Two(high, ref Unsafe.Add(ref at, 1)));
    }

    /// <summary>
    /// Writes units of so many decimals, 0–15, without zeros at the end, where at least 34 bytes are free: 1250 of 3 is 1.25.
    /// </summary>
    /// <returns>What is behind it.</returns>
    public static ref byte AppendTrimmed(long units, int decimals, ref byte at)
    {
        if (units < 0)
        {
            at = (byte)'-';
            at = ref Unsafe.Add(ref at, 1);
        }
        var magnitude = (ulong)Math.Abs(units);
        var (high, low) = decimals > 8 ? (decimals - 8, 8) : (0, decimals);
        var (above, lowest) = Math.DivRem(magnitude, Powers[low]);
        var (whole, upper) = Math.DivRem(above, Powers[high]);
        at = ref AppendLong((long)whole, ref at);
        if ((upper | lowest) == 0)
        {
            return ref at;
        }
        at = (byte)'.';
        at = ref Unsafe.Add(ref at, 1);
        Put((uint)upper, MemoryMarshal.CreateSpan(ref at, high));
        Put((uint)lowest, MemoryMarshal.CreateSpan(ref Unsafe.Add(ref at, high), low));
        at = ref Unsafe.Add(ref at, decimals);
        while (Unsafe.Subtract(ref at, 1) == (byte)'0')
        {
            at = ref Unsafe.Subtract(ref at, 1);
        }
        return ref at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Four(uint value, ref byte at)
    {
        var hundreds = value / 100;
        return ref Two(value - hundreds * 100, ref Two(hundreds, ref at));
    }

    /// <summary>Writes two digits of a number below 100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Two(uint value, ref byte at)
    {
        Debug.Assert(value < 100);
        ref var pair = ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), value * 2);
        Unsafe.WriteUnaligned(ref at, Unsafe.ReadUnaligned<ushort>(ref pair));
        return ref Unsafe.Add(ref at, 2);
    }

    private static int Count(uint value)
    {
        // log₁₀ 2 is 1233 ÷ 4096, near enough for 32 bits.
        var guess = ((BitOperations.Log2(value | 1) + 1) * 1233) >> 12;
        return guess + (value >= Powers[Math.Min(guess, 9)] ? 1 : 0);
    }

    // Fills the whole span from its end.
    private static void Put(uint value, Span<byte> destination)
    {
        var at = destination.Length;
        while (at >= 2)
        {
            var (rest, pair) = Math.DivRem(value, 100);
            destination[at - 1] = Pairs[(int)pair * 2 + 1];
            destination[at - 2] = Pairs[(int)pair * 2];
            at -= 2;
            value = rest;
        }
        if (at == 1)
        {
            destination[0] = (byte)('0' + value % 10);
        }
    }
}
