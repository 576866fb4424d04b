using Fourfold.Geo;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Fourfold.Benchmarks.Shore;

/// <summary>Is a place on land? Asked of every report of every vessel.</summary>
internal sealed class OnLand : IBenchmark
{
    // The two planes differ, so a place within metres of the edge may be judged otherwise.
    private const int MostDisagreements = 20;

    public string Name => "on-land";
    public string Unit => "places";
    public string What => $"is a place on land; {Coast.Places:N0} places around Hainan, the embedded outline";

    public IReadOnlyList<Contender> Prepare()
    {
        var land = Coast.Land();
        var shore = new Shoreline(land, accuracyMetres: 1_000);
        var peer = new IndexedPointInAreaLocator(Coast.Theirs(land));
        var places = Coast.Around();
        var theirs = places.Select(Coast.Theirs).ToArray();
        var apart = places
            .Zip(theirs)
            .Count(p => shore.IsLand(p.First) != (peer.Locate(p.Second) == Location.Interior));
        if (apart > MostDisagreements)
            throw new InvalidOperationException($"{apart} of {places.Length} places are judged otherwise by the peer");
        return
        [
            new("Shoreline.IsLand (grid of edges)", () => Count(places, shore.IsLand)),
            new("MultiPolygon.Contains (every edge)", () => Count(places, land.Contains)),
            new(
                "NetTopologySuite IndexedPointInAreaLocator",
                () => Count(theirs, place => peer.Locate(place) == Location.Interior)
            ),
        ];
    }

    private static long Count<T>(T[] places, Func<T, bool> isLand)
    {
        var inside = 0;
        foreach (var place in places)
            inside += isLand(place) ? 1 : 0;
        return inside >= 0 ? places.Length : 0;
    }
}
