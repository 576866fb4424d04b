namespace Fourfold.Codecs.Asterix;

/// <summary>How often each <see cref="AsterixFault"/> happened in one reader since it was made.</summary>
public sealed class AsterixFaultCounts
{
    private static readonly int Kinds = (int)AsterixFault.LengthInvalid + 1;

    private readonly long[] _counts = new long[Kinds];

    /// <summary>Times that <paramref name="fault"/> happened.</summary>
    public long this[AsterixFault fault] => _counts[(int)fault];

    /// <summary>Sum over all faults.</summary>
    public long Total => _counts.Sum();

    /// <summary>All faults that can happen, in the order of the enumeration, without <see cref="AsterixFault.None"/>.</summary>
    public static IEnumerable<AsterixFault> All => Enumerable.Range(1, Kinds - 1).Select(i => (AsterixFault)i);

    /// <summary>Counts one more; for a sink that reads blocks itself.</summary>
    public void Count(AsterixFault fault) => _counts[(int)fault]++;
}
