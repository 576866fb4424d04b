using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>The radars of a run by their names.</summary>
internal sealed class RadarBook
{
    private readonly List<RadarSensor> radars = [];
    private readonly Dictionary<string, int> numberOf = [];

    /// <summary>True when a file of their own gave them: what measurements say of the same radars counts for nothing.</summary>
    public bool AreGiven { get; set; }

    /// <summary>True while there is none.</summary>
    public bool IsEmpty => radars.Count == 0;

    /// <summary>All by number.</summary>
    public RadarSensor[] All => [.. radars];

    /// <summary>The middle of their places; null without any.</summary>
    public Position? Middle =>
        IsEmpty
            ? null
            : new Position(radars.Average(r => r.Position.Latitude), radars.Average(r => r.Position.Longitude));

    /// <summary>Takes one in, or what is said of it anew; false for a new one when it is too late.</summary>
    public bool TryAdd(string name, RadarSensor radar, bool isTooLate)
    {
        if (numberOf.TryGetValue(name, out var number))
        {
            if (!AreGiven && !isTooLate)
                radars[number] = radar;
            return true;
        }

        if (isTooLate)
            return false;
        numberOf[name] = radars.Count;
        radars.Add(radar);
        return true;
    }

    /// <summary>The number of one; null when it is not known.</summary>
    public int? NumberOf(string? name) =>
        name is not null && numberOf.TryGetValue(name, out var number) ? number : null;
}
