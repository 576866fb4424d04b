using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;
using Position = Fourfold.Geo.Position;

namespace Fourfold.Serve.Seeding;

/// <summary>Cuts an area into as many as are wanted, about equally large and without gaps. Pure: the same chance makes the same pieces.</summary>
/// <remarks>Degrees throughout. Cells of a Voronoi diagram, their places moved to the middle a few times (Lloyd), clipped to the area.</remarks>
internal static class Subdivision
{
    // A decimetre: everything is snapped to it, so that what is written is what was checked.
    private static readonly PrecisionModel Grid = new(1e6);
    private static readonly GeometryFactory Factory = new(Grid, 4326);

    /// <summary>The pieces, in the order west to east and north to south, as grids are numbered.</summary>
    /// <param name="whole">What is cut; not empty.</param>
    /// <param name="count">How many pieces, 1 or more.</param>
    /// <param name="rounds">How often places move to the middle of their cells.</param>
    /// <param name="chance">Where they begin.</param>
    public static Geometry[] Split(Geometry whole, int count, int rounds, Random chance)
    {
        if (count <= 1)
            return [whole];
        var inside = new IndexedPointInAreaLocator(whole);
        var places = Scatter(whole.EnvelopeInternal, inside, count, chance);
        var cells = Cells(whole, places);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < count; i++)
                if (Middle(cells[i]) is { } middle && inside.Locate(middle) == Location.Interior)
                    places[i] = middle;
            cells = Cells(whole, places);
        }
        return
        [
            .. cells
                .OrderBy(c => Math.Round(c.Centroid.X, 2))
                .ThenByDescending(c => c.Centroid.Y)
                .ThenBy(c => c.Centroid.X),
        ];
    }

    /// <summary>A shape from rings of [longitude, latitude]; mended where the drawing crosses itself.</summary>
    public static Geometry Shape(double[][][][] polygons)
    {
        var shapes =
            from polygon in polygons
            let rings = polygon.Where(ring => ring.Length >= 4).Select(Ring).ToArray()
            where rings.Length > 0
            select Factory.CreatePolygon(rings[0], rings[1..]);
        return GeometryFixer.Fix(Factory.CreateMultiPolygon([.. shapes]));
    }

    /// <summary>The area of a shape.</summary>
    public static Fourfold.Geo.MultiPolygon Area(Geometry shape) =>
        new([
            .. PolygonExtracter
                .GetPolygons(shape)
                .OfType<NetTopologySuite.Geometries.Polygon>()
                .Select(p => new Fourfold.Geo.Polygon(Ring(p.Shell), [.. p.Holes.Select(Ring)])),
        ]);

    private static Coordinate[] Scatter(Envelope box, IndexedPointInAreaLocator inside, int count, Random chance)
    {
        var places = new Coordinate[count];
        for (var i = 0; i < count; )
        {
            var at = new Coordinate(
                box.MinX + (chance.NextDouble() * box.Width),
                box.MinY + (chance.NextDouble() * box.Height)
            );
            Grid.MakePrecise(at);
            if (inside.Locate(at) == Location.Interior && !places.Take(i).Any(p => p.Equals2D(at)))
                places[i++] = at;
        }
        return places;
    }

    private static Geometry[] Cells(Geometry whole, Coordinate[] places)
    {
        var box = whole.EnvelopeInternal.Copy();
        box.ExpandBy(Math.Max(box.Width, box.Height));
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = box };
        builder.SetSites(places);
        var diagram = builder.GetDiagram(Factory);
        var cells = new Geometry[places.Length];
        for (var i = 0; i < diagram.NumGeometries; i++)
        {
            var cell = diagram.GetGeometryN(i);
            var place = Array.FindIndex(places, p => p.Equals2D((Coordinate)cell.UserData));
            // Strict: where they only touch, lines and points would come out beside the polygons.
            cells[place] = new OverlayNG(whole, cell, Grid, SpatialFunction.Intersection)
            {
                StrictMode = true,
            }.GetResult();
        }
        return cells;
    }

    // Of the largest piece: the middle of several may lie in none of them.
    private static Coordinate? Middle(Geometry cell)
    {
        var largest = PolygonExtracter.GetPolygons(cell).OfType<Geometry>().MaxBy(p => p.Area);
        if (largest is null)
            return null;
        var middle = largest.Centroid.Coordinate.Copy();
        Grid.MakePrecise(middle);
        return middle;
    }

    private static NetTopologySuite.Geometries.LinearRing Ring(double[][] ring) =>
        Factory.CreateLinearRing([.. ring.Select(p => new Coordinate(p[0], p[1]))]);

    private static Fourfold.Geo.LinearRing Ring(LineString ring) =>
        new([.. ring.Coordinates.Select(c => Position.FromDegrees(latitude: c.Y, longitude: c.X))]);
}
