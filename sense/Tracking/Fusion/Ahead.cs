using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Fourfold.Tracking.Fusion;

/// <summary>
/// Asks memory for what is needed next while something else is reckoned: twenty thousand tracks do not fit into the cache,
/// and a beam passes them in no order of theirs.
/// </summary>
internal static unsafe class Ahead
{
    private const int LineBytes = 64;

    /// <summary>Fetches a value, all lines of it. It is only a hint: without such an instruction nothing happens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch<T>(ref readonly T value)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // An address that a moving collector has left meanwhile is no harm: nothing is read from it.
        var start = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in value));
        for (var at = 0; at < Unsafe.SizeOf<T>(); at += LineBytes)
        {
            Sse.Prefetch0(start + at);
        }
    }
}
