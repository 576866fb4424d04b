using Fourfold.Geo;
using NetTopologySuite.Operation.Distance;

namespace Fourfold.Benchmarks.Shore;

/// <summary>How far is a place from the shore? The ring of a vessel, and half of the rules.</summary>
internal sealed class DistanceToShore : IBenchmark
{
    public string Name => "distance-to-shore";
    public string Unit => "places";

    public string What =>
        $"distance of a place from the shore; {Coast.Places:N0} places; ours in metres on the ellipsoid, "
        + "the peer in degrees on a plane";

    public IReadOnlyList<Contender> Prepare()
    {
        var land = Coast.Land();
        var shore = new Shoreline(land, accuracyMetres: 1_000);
        var theirs = Coast.Theirs(land);
        var peer = new IndexedFacetDistance(theirs.Boundary);
        var places = Coast.Around();
        var points = places.Select(place => theirs.Factory.CreatePoint(Coast.Theirs(place))).ToArray();
        return
        [
            new("Shoreline.SignedDistance (grid of edges)", () => Sum(places, shore.SignedDistance)),
            new("MultiPolygon.SignedDistance (every edge)", () => Sum(places.AsSpan(0, 1_000), land.SignedDistance)),
            new("NetTopologySuite IndexedFacetDistance", () => Sum(points, peer.Distance)),
        ];
    }

    private static long Sum<T>(ReadOnlySpan<T> places, Func<T, double> distance)
    {
        var sum = 0.0;
        foreach (var place in places)
            sum += distance(place);
        return double.IsFinite(sum) ? places.Length : 0;
    }
}
