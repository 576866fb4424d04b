using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fourfold.Codecs.Nmea;

/// <summary>Finds the end of a line that is most often 30 to 80 bytes long.</summary>
internal static class LineEnd
{
    // Nearly all lines end within the first 64 bytes: one step and no loop whose length must be guessed.
    private const int Step = 64;
    private const int Near = 2 * Step;

    /// <summary>Bytes from <paramref name="start"/> to the first line feed or carriage return; −1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> bytes, int start)
    {
        if (bytes.Length - start < Near || !Vector256.IsHardwareAccelerated)
        {
            return bytes[start..].IndexOfAny((byte)'\n', (byte)'\r');
        }
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), start);
        var ends = Ends(ref first, 0);
        return ends != 0 ? BitOperations.TrailingZeroCount(ends) : FindFurther(bytes, start);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int FindFurther(ReadOnlySpan<byte> bytes, int start)
    {
        var ends = Ends(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), start), Step);
        if (ends != 0)
        {
            return Step + BitOperations.TrailingZeroCount(ends);
        }
        var rest = bytes[(start + Near)..].IndexOfAny((byte)'\n', (byte)'\r');
        return rest < 0 ? -1 : rest + Near;
    }

    /// <summary>A bit for each of the 64 bytes behind <paramref name="at"/> that ends a line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Ends(ref byte first, nuint at)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var text = Vector512.LoadUnsafe(ref first, at);
            return (
                Vector512.Equals(text, Vector512.Create((byte)'\n'))
                | Vector512.Equals(text, Vector512.Create((byte)'\r'))
            ).ExtractMostSignificantBits();
        }
        return Ends(Vector256.LoadUnsafe(ref first, at))
            | ((ulong)Ends(Vector256.LoadUnsafe(ref first, at + 32)) << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Ends(Vector256<byte> text) =>
        (
            Vector256.Equals(text, Vector256.Create((byte)'\n')) | Vector256.Equals(text, Vector256.Create((byte)'\r'))
        ).ExtractMostSignificantBits();
}
