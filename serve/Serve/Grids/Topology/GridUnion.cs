using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Fourfold.Serve.Grids.Topology;

/// <summary>Makes one shape of two that lie side by side. Pure: metres of a plane in and out.</summary>
internal static class GridUnion
{
    /// <summary>Two that share less of an edge than this only touch at a corner, metres.</summary>
    public const double LeastSharedMetres = 5;

    // Two corners of one place, rounded to a centimetre.
    private const double SameMetres = 0.03;

    // Beyond, an overlay is quicker.
    private const int MostPairs = 4_000;

    private static readonly BufferParameters Sharp = new(1, EndCapStyle.Flat, JoinStyle.Mitre, 5);

    /// <summary>Length of the edge that two shapes share, metres, within what topology lets pass.</summary>
    public static double SharedMetres(Geometry one, Geometry other)
    {
        var near = other.EnvelopeInternal;
        near.ExpandBy(TopologyCheck.ToleranceMetres);
        return near.Intersects(one.EnvelopeInternal)
            ? OverlayNGRobust
                .Overlay(one.Boundary, other.Buffer(TopologyCheck.ToleranceMetres, 2), SpatialFunction.Intersection)
                .Length
            : 0;
    }

    /// <summary>Whether one grid can be made of both. A plan asks it of a thousand pairs: those drawn corner on corner are told at once.</summary>
    public static bool AreNeighbours(Geometry one, Geometry other) =>
        HaveACommonEdge(one.Coordinates, other.Coordinates) || SharedMetres(one, other) >= LeastSharedMetres;

    /// <summary>Both together. Cracks between them that no check would tell of are closed.</summary>
    public static Geometry Of(Geometry one, Geometry other)
    {
        var both = OverlayNGRobust.Overlay(one, other, SpatialFunction.Union);
        if (both is Polygon polygon && polygon.NumInteriorRings == Holes(one) + Holes(other))
            return both;
        const double half = TopologyCheck.ToleranceMetres / 2;
        var closed = both.Buffer(half, Sharp).Buffer(-half, Sharp);
        return OverlayNGRobust.Overlay(both, closed, SpatialFunction.Union);
    }

    private static bool HaveACommonEdge(Coordinate[] one, Coordinate[] other)
    {
        if ((long)one.Length * other.Length > MostPairs)
            return false;
        for (var i = 1; i < one.Length; i++)
        for (var j = 1; j < other.Length; j++)
            if (
                one[i].Distance(other[j - 1]) < SameMetres
                && one[i - 1].Distance(other[j]) < SameMetres
                && one[i].Distance(one[i - 1]) >= LeastSharedMetres
            )
                return true; // One's edge is the other's, the other way round.
        return false;
    }

    private static int Holes(Geometry shape) =>
        Enumerable.Range(0, shape.NumGeometries).Sum(i => (shape.GetGeometryN(i) as Polygon)?.NumInteriorRings ?? 0);
}
