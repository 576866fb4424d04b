using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Behaviour;

/// <summary>What a zone is for.</summary>
public enum ZoneKind : byte
{
    /// <summary>Somebody wants to know who comes here.</summary>
    Watch = 0,

    /// <summary>A licensed port or fishery harbour: silence and slow ships are usual here.</summary>
    Harbour = 1,

    /// <summary>An anchorage: the same.</summary>
    Anchorage = 2,

    /// <summary>Closed to traffic, always or for a season.</summary>
    Closed = 3,
}

/// <summary>A zone as detectors see it.</summary>
/// <param name="Id">The zone.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Area">Where it is.</param>
public sealed record Zone(Guid Id, int Version, ZoneKind Kind, MultiPolygon Area);

/// <summary>How a feed is.</summary>
/// <param name="FeedNumber">The feed.</param>
/// <param name="IsLive">True while bytes arrive as they should.</param>
/// <param name="LiveSince">Since when without interruption, UTC; meaningless when not live.</param>
public readonly record struct FeedHealth(int FeedNumber, bool IsLive, DateTimeOffset LiveSince);

/// <summary>What detectors may know besides tracks. Made anew for each look; the same for all detectors.</summary>
public sealed record DetectorContext
{
    /// <summary>The time, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>All active zones. Keep the list as long as it does not change: detectors remember what they made of it.</summary>
    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>Who was heard where; already brought up to date with the changes that are looked at.</summary>
    public required CoverageGrid Coverage { get; init; }

    /// <summary>How the feeds are; a feed that is not listed counts as lost.</summary>
    public required IReadOnlyList<FeedHealth> Feeds { get; init; }

    /// <summary>The shore, when one is known.</summary>
    public Shoreline? Shoreline { get; init; }

    /// <summary>Distance to the nearest harbour or anchorage, metres; 0 inside, infinite when there is none within 50 km.</summary>
    internal double HarbourMetres(Position place)
    {
        var nearest = double.PositiveInfinity;
        for (var i = 0; i < Zones.Count; i++)
        {
            var zone = Zones[i];
            if (zone.Kind is ZoneKind.Harbour or ZoneKind.Anchorage && zone.Area.Box.Expanded(50_000).Contains(place))
            {
                nearest = Math.Min(nearest, Math.Max(0, zone.Area.SignedDistance(place)));
            }
        }

        return nearest;
    }
}

/// <summary>Watches tracks for one kind of behaviour on behalf of one rule version.</summary>
/// <remarks>
/// Deterministic and bounded: the same changes and contexts give the same findings, and what is kept per track is small,
/// limited and forgotten. Not thread-safe. A change of rule makes a new detector, which starts without memory.
/// </remarks>
public interface IDetector
{
    /// <summary>Stable code of the kind, such as <c>ais-silence</c>.</summary>
    string Code { get; }

    /// <summary>The rule it works for.</summary>
    Rule Rule { get; }

    /// <summary>Tracks or episodes it could not keep because of its limit, since it was made.</summary>
    long Dropped { get; }

    /// <summary>Looks at what changed and at the clock, and adds what it found.</summary>
    void Observe(TrackChanges changes, DetectorContext context, ICollection<Finding> findings);
}
