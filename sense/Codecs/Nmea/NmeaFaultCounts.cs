namespace Fourfold.Codecs.Nmea;

/// <summary>How often each <see cref="NmeaFault"/> happened in one reader since it was made.</summary>
public sealed class NmeaFaultCounts
{
    private static readonly int Kinds = (int)NmeaFault.TypeUnknown + 1;

    private readonly long[] _counts = new long[Kinds];

    /// <summary>Times that <paramref name="fault"/> happened.</summary>
    public long this[NmeaFault fault] => _counts[(int)fault];

    /// <summary>Sum over all faults.</summary>
    public long Total
    {
        get
        {
            long sum = 0;
            foreach (var count in _counts)
            {
                sum += count;
            }
            return sum;
        }
    }

    /// <summary>All faults that can happen, in the order of the enumeration, without <see cref="NmeaFault.None"/>.</summary>
    public static IEnumerable<NmeaFault> All => Enumerable.Range(1, Kinds - 1).Select(i => (NmeaFault)i);

    internal void Count(NmeaFault fault) => _counts[(int)fault]++;
}
