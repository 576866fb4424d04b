using Fourfold.Contracts;
using NetTopologySuite.Geometries;
using Area = Fourfold.Geo.MultiPolygon;
using Position = Fourfold.Geo.Position;
using Ring = Fourfold.Geo.LinearRing;

namespace Fourfold.Serve.Grids.Topology;

/// <summary>Metres east and north of an origin, in which straight lines of GeoJSON stay straight, so that a corner on a neighbour's edge stays on it.</summary>
/// <remarks>Equidistant cylindrical about the origin's parallel; lengths are true to 0.1 % within 20 km and to 1.5 % within 250 km.</remarks>
internal sealed class Plane
{
    private const double MetresPerRadian = 6_371_008.8;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(PrecisionModels.Floating));
    private readonly double latitude;
    private readonly double longitude;
    private readonly double cosine;

    private Plane(double latitude, double longitude)
    {
        (this.latitude, this.longitude) = (latitude, longitude);
        cosine = Math.Cos(latitude);
    }

    /// <summary>The plane about the middle of an area.</summary>
    public static Plane Around(Area area) =>
        new((area.Box.South + area.Box.North) / 2, (area.Box.West + area.Box.East) / 2);

    /// <summary>A shape in metres; not checked for being valid.</summary>
    public Geometry ToShape(Area area)
    {
        var polygons = new NetTopologySuite.Geometries.Polygon[area.Polygons.Length];
        for (var i = 0; i < polygons.Length; i++)
        {
            var polygon = area.Polygons[i];
            var holes = new NetTopologySuite.Geometries.LinearRing[polygon.Holes.Length];
            for (var h = 0; h < holes.Length; h++)
                holes[h] = ToRing(polygon.Holes[h]);
            polygons[i] = Factory.CreatePolygon(ToRing(polygon.Outer), holes);
        }
        return polygons.Length == 1 ? polygons[0] : Factory.CreateMultiPolygon(polygons);
    }

    /// <summary>The place of a point of the plane.</summary>
    public GeoPoint ToPoint(Coordinate at)
    {
        var place = ToPosition(at);
        return new GeoPoint(Math.Round(place.LatitudeDegrees, 7), Math.Round(place.LongitudeDegrees, 7));
    }

    /// <summary>The area of a shape; null for one without an inside.</summary>
    public Area? ToArea(Geometry shape)
    {
        var polygons = new List<Fourfold.Geo.Polygon>();
        for (var i = 0; i < shape.NumGeometries; i++)
            if (shape.GetGeometryN(i) is NetTopologySuite.Geometries.Polygon { IsEmpty: false } polygon)
                polygons.Add(
                    new Fourfold.Geo.Polygon(ToRing(polygon.Shell), [.. polygon.Holes.Select(hole => ToRing(hole))])
                );
        return polygons.Count == 0 ? null : new Area(polygons.ToArray());
    }

    /// <summary>A line of places.</summary>
    public LineString ToLine(IEnumerable<GeoPoint> places) =>
        Factory.CreateLineString([
            .. places.Select(p => ToCoordinate(Position.FromDegrees(latitude: p.Latitude, longitude: p.Longitude))),
        ]);

    private NetTopologySuite.Geometries.LinearRing ToRing(Ring ring)
    {
        var positions = ring.Positions;
        var coordinates = new Coordinate[positions.Length];
        for (var i = 0; i < coordinates.Length; i++)
            coordinates[i] = ToCoordinate(positions[i]);
        return Factory.CreateLinearRing(coordinates);
    }

    private Ring ToRing(LineString ring) => new([.. ring.Coordinates.Select(ToPosition)]);

    private Coordinate ToCoordinate(Position at) =>
        new((at.Longitude - longitude) * cosine * MetresPerRadian, (at.Latitude - latitude) * MetresPerRadian);

    private Position ToPosition(Coordinate at) =>
        new(latitude + (at.Y / MetresPerRadian), longitude + (at.X / MetresPerRadian / cosine));
}
