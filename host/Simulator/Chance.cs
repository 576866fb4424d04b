namespace Fourfold.Simulator;

/// <summary>Chance that is the same everywhere and for ever for the same seed, which <see cref="Random"/> does not promise.</summary>
/// <remarks>SplitMix64: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.</remarks>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>Another one that does not disturb this one's sequence, for the thing with a number.</summary>
    public static Chance For(ulong seed, int number) => new(Mix(seed + 0x632BE59BD9B4E019 * (ulong)(number + 1)));

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double Between(double low, double high) => low + (high - low) * Unit();

    /// <summary>Uniform in 0 … count − 1.</summary>
    public int Below(int count) => (int)(Unit() * count);

    /// <summary>Normal with mean 0 and deviation 1, cut at ±3.5 (sum of twelve uniforms).</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return Math.Clamp(sum, -3.5, 3.5);
    }

    /// <summary>A number of events of which a mean number, 0 … 500, is expected (Poisson).</summary>
    /// <remarks>D. Knuth, The Art of Computer Programming, volume 2, 3.4.1: events with exponential gaps.</remarks>
    public int Poisson(double mean)
    {
        var limit = Math.Exp(-mean);
        var events = 0;
        for (var product = Unit(); product > limit; product *= Unit())
        {
            events++;
        }

        return events;
    }

    private ulong NextBits() => Mix(state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
