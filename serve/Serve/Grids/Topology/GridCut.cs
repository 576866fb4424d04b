using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace Fourfold.Serve.Grids.Topology;

/// <summary>Cuts a grid's shape along lines. Pure: metres of a plane in and out.</summary>
internal static class GridCut
{
    /// <summary>Most parts at once; a plan proposes two or three.</summary>
    public const int MostParts = 8;

    /// <summary>Most corners of one line.</summary>
    public const int MostCorners = 200;

    // A proposed line goes so far beyond the edge that rounding never leaves it short.
    private const double OvershootMetres = 15;

    // Where to look left and right of a line.
    private const double AsideMetres = 0.05;
    private const int Halvings = 60;

    /// <summary>Straight lines across the longer side, between parts of the same size; all in one direction, the first part to their left.</summary>
    /// <param name="shape">Valid, with an inside.</param>
    /// <param name="parts">2 … <see cref="MostParts"/>.</param>
    public static LineString[] Propose(Geometry shape, int parts)
    {
        var turn = Turned(shape);
        var level = turn.Transform(shape);
        var (rings, box) = (Rings(level), level.EnvelopeInternal);
        var back = turn.GetInverse();
        var cuts = new LineString[parts - 1];
        for (var i = 1; i < parts; i++)
        {
            var x = At(rings, box, level.Area * i / parts);
            var whole = Line(shape.Factory, x, box.MinY - OvershootMetres, box.MaxY + OvershootMetres);
            var inside = OverlayNGRobust.Overlay(whole, level, SpatialFunction.Intersection).EnvelopeInternal;
            var cut = Line(shape.Factory, x, inside.MinY - OvershootMetres, inside.MaxY + OvershootMetres);
            cuts[i - 1] = (LineString)back.Transform(cut);
        }
        return cuts;
    }

    /// <summary>The parts that the lines make: the first to the left of the first line, each next one to the right of the line before.</summary>
    /// <returns>One more than there are lines, or null when the lines do not divide the shape so.</returns>
    /// <remarks>All parts come from one set of edges, so that they tile the shape to the last digit.</remarks>
    public static Geometry[]? Parts(Geometry shape, IReadOnlyList<LineString> cuts)
    {
        var lines = shape.Factory.CreateMultiLineString([.. cuts]);
        var polygonizer = new Polygonizer();
        polygonizer.Add(OverlayNGRobust.Overlay(shape.Boundary, lines, SpatialFunction.Union));
        var faces = polygonizer
            .GetPolygons()
            .OfType<Polygon>()
            .Where(face => shape.Contains(face.InteriorPoint))
            .ToList();
        var partOf = new int?[faces.Count];
        for (var i = 0; i < cuts.Count; i++)
            if (!Sort(OverlayNGRobust.Overlay(cuts[i], shape, SpatialFunction.Intersection), i, faces, partOf))
                return null;
        Neighbours(faces, partOf);
        var parts = new Geometry[cuts.Count + 1];
        for (var i = 0; i < parts.Length; i++)
        {
            var own = faces.Where((_, f) => partOf[f] == i).Cast<Geometry>().ToList();
            if (own.Count == 0)
                return null;
            parts[i] = own.Count == 1 ? own[0] : OverlayNGRobust.Union(own);
        }
        return parts;
    }

    // Each piece of the line has the part before it on its left and the part after it on its right.
    private static bool Sort(Geometry line, int index, List<Polygon> faces, int?[] partOf)
    {
        foreach (var piece in LinearComponentExtracter.GetLines(line).OfType<LineString>())
        {
            var corners = piece.Coordinates;
            for (var i = 1; i < corners.Length; i++)
            {
                var (from, to) = (corners[i - 1], corners[i]);
                var length = from.Distance(to);
                if (length < AsideMetres)
                    continue;
                var (x, y) = ((from.X + to.X) / 2, (from.Y + to.Y) / 2);
                var (dx, dy) = ((to.X - from.X) / length * AsideMetres, (to.Y - from.Y) / length * AsideMetres);
                if (
                    !Put(faces, partOf, new Coordinate(x - dy, y + dx), index)
                    || !Put(faces, partOf, new Coordinate(x + dy, y - dx), index + 1)
                )
                    return false;
            }
        }
        return true;
    }

    private static bool Put(List<Polygon> faces, int?[] partOf, Coordinate at, int part)
    {
        for (var f = 0; f < faces.Count; f++)
            if (
                faces[f].EnvelopeInternal.Contains(at)
                && SimplePointInAreaLocator.Locate(at, faces[f]) == Location.Interior
            )
            {
                if (partOf[f] is { } already && already != part)
                    return false;
                partOf[f] = part;
                return true;
            }
        return true; // The line runs along the edge there.
    }

    // An island that no line meets goes with what lies nearest.
    private static void Neighbours(List<Polygon> faces, int?[] partOf)
    {
        var sorted = Enumerable.Range(0, faces.Count).Where(f => partOf[f] is not null).ToList();
        if (sorted.Count == 0)
            return;
        for (var f = 0; f < faces.Count; f++)
            partOf[f] ??= partOf[sorted.MinBy(s => faces[s].Distance(faces[f]))];
    }

    private static AffineTransformation Turned(Geometry shape)
    {
        var corners = MinimumAreaRectangle.GetMinimumRectangle(shape).Coordinates;
        if (corners.Length < 4)
            return new AffineTransformation();
        var (a, b, c) = (corners[0], corners[1], corners[2]);
        var (from, to) = a.Distance(b) >= b.Distance(c) ? (a, b) : (b, c);
        return AffineTransformation.RotationInstance(-Math.Atan2(to.Y - from.Y, to.X - from.X));
    }

    private static LineString Line(GeometryFactory factory, double x, double from, double to) =>
        factory.CreateLineString([new Coordinate(x, from), new Coordinate(x, to)]);

    private static List<Coordinate[]> Rings(Geometry shape) =>
        [
            .. PolygonExtracter
                .GetPolygons(shape)
                .OfType<Polygon>()
                .SelectMany(p => p.Holes.Select(h => Wound(h, false)).Prepend(Wound(p.ExteriorRing, true))),
        ];

    private static Coordinate[] Wound(LineString ring, bool anticlockwise) =>
        Orientation.IsCCW(ring.Coordinates) == anticlockwise ? ring.Coordinates : [.. ring.Coordinates.Reverse()];

    // The area to the left of x grows with x: halved until it is the wanted one.
    private static double At(List<Coordinate[]> rings, Envelope box, double wanted)
    {
        var (low, high) = (box.MinX, box.MaxX);
        for (var i = 0; i < Halvings; i++)
        {
            var x = (low + high) / 2;
            if (rings.Sum(ring => AreaLeftOf(ring, x)) < wanted)
                low = x;
            else
                high = x;
        }
        return (low + high) / 2;
    }

    // Shoelace over the ring with everything right of x pressed onto it: what is pressed encloses nothing.
    private static double AreaLeftOf(Coordinate[] ring, double x)
    {
        var doubled = 0.0;
        for (var i = 1; i < ring.Length; i++)
        {
            var (from, to) = (ring[i - 1], ring[i]);
            if (from.X <= x != to.X <= x)
            {
                var between = new Coordinate(x, from.Y + ((x - from.X) / (to.X - from.X) * (to.Y - from.Y)));
                doubled += Cross(from, between, x) + Cross(between, to, x);
            }
            else
                doubled += Cross(from, to, x);
        }
        return doubled / 2;
    }

    private static double Cross(Coordinate a, Coordinate b, double x) =>
        (Math.Min(a.X, x) * b.Y) - (Math.Min(b.X, x) * a.Y);
}
