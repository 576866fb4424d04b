using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fourfold.Codecs.Nmea;

/// <summary>Finds the end of a line that is most often 30 to 80 bytes long.</summary>
internal static class LineEnd
{
    private const int Near = 96;

    /// <summary>Bytes from <paramref name="start"/> to the first line feed or carriage return; −1 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ReadOnlySpan<byte> bytes, int start)
    {
        if (bytes.Length - start < Near || !Vector256.IsHardwareAccelerated)
        {
            return bytes[start..].IndexOfAny((byte)'\n', (byte)'\r');
        }
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (var at = 0; at < Near; at += 32)
        {
            var text = Vector256.LoadUnsafe(ref first, (nuint)(start + at));
            var ends =
                Vector256.Equals(text, Vector256.Create((byte)'\n'))
                | Vector256.Equals(text, Vector256.Create((byte)'\r'));
            var found = ends.ExtractMostSignificantBits();
            if (found != 0)
            {
                return at + BitOperations.TrailingZeroCount(found);
            }
        }
        var rest = bytes[(start + Near)..].IndexOfAny((byte)'\n', (byte)'\r');
        return rest < 0 ? -1 : rest + Near;
    }
}
