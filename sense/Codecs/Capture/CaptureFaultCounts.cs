namespace Fourfold.Codecs.Capture;

/// <summary>How often each <see cref="CaptureFault"/> happened in one reader since it was made.</summary>
public sealed class CaptureFaultCounts
{
    private static readonly int Kinds = (int)CaptureFault.Fragment + 1;

    private readonly long[] _counts = new long[Kinds];

    /// <summary>Times that <paramref name="fault"/> happened.</summary>
    public long this[CaptureFault fault] => _counts[(int)fault];

    /// <summary>Sum over all faults.</summary>
    public long Total => _counts.Sum();

    /// <summary>All faults that can happen, in the order of the enumeration, without <see cref="CaptureFault.None"/>.</summary>
    public static IEnumerable<CaptureFault> All => Enumerable.Range(1, Kinds - 1).Select(i => (CaptureFault)i);

    internal void Count(CaptureFault fault) => _counts[(int)fault]++;
}
