using System.Collections.Concurrent;
using Fourfold.Geo;

namespace Fourfold.Kernel.Units;

// At sea and on the shore the nearest unit is the one with the shortest way along the coast: across a headland it is near
// only for birds.
internal sealed partial class UnitDirectory
{
    // Stations do not move, so each is found on the coast once; more than this many are forgotten and found again.
    private const int MostKnownHomes = 20_000;
    private readonly Coastline? coast = shore is null ? null : new Coastline(shore.Land);
    private readonly ConcurrentDictionary<Position, CoastPlace> homes = [];

    // Null where nobody would go along the coast: inland, or no coast is known.
    private CoastPlace? OffCoast(Position place) =>
        coast is not null && shore!.SignedDistance(place) > -Shoreline.ShorelineRingMetres ? coast.At(place) : null; // Set with the coast.

    private double AlongCoast(Position home, CoastPlace end)
    {
        if (homes.Count > MostKnownHomes)
            homes.Clear();
        return coast!.Between(homes.GetOrAdd(home, coast.At), end); // There is an end on it.
    }

    /// <summary>Where somebody is to go.</summary>
    /// <param name="Place">The place itself.</param>
    /// <param name="Coast">As seen from the coast, or null inland.</param>
    private sealed record Way(Position Place, CoastPlace? Coast);
}
