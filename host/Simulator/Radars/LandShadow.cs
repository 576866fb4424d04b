using Fourfold.Geo;

namespace Fourfold.Simulator.Radars;

/// <summary>From where to where a radar sees the sea in each direction: what lies behind land is hidden.</summary>
/// <remarks>The land is flat and the antenna stands above that under it; any land farther out hides all behind it.</remarks>
internal sealed class LandShadow
{
    // 0.05°: 35 m at 40 km, less than the beam is wide.
    private const int Directions = 7_200;
    private readonly (double From, double To)[] seen = new (double, double)[Directions];

    /// <summary>What is seen from a place on or before a shore.</summary>
    /// <param name="land">The land.</param>
    /// <param name="frame">The plane about the antenna.</param>
    /// <param name="reach">Farthest range of interest, metres.</param>
    public LandShadow(MultiPolygon land, LocalFrame frame, double reach)
    {
        var edges = EdgesWithin(land, frame, reach);
        var isAshore = land.Contains(frame.Origin);
        var crossings = new List<double>();
        for (var i = 0; i < Directions; i++)
        {
            Cross(edges, (i + 0.5) * Math.Tau / Directions, crossings);
            crossings.Sort();
            var from = isAshore ? Nth(crossings, 0) : 0;
            seen[i] = (from, Math.Min(reach, Nth(crossings, isAshore ? 1 : 0)));
        }
    }

    /// <summary>Whether the water at a direction, radians, and distance, metres, is in sight.</summary>
    public bool Sees(double azimuth, double metres)
    {
        var direction = Math.Min(Directions - 1, (int)(Angle.Wrap(azimuth) / Math.Tau * Directions));
        return metres > seen[direction].From && metres < seen[direction].To;
    }

    private static double Nth(List<double> crossings, int number) =>
        number < crossings.Count ? crossings[number] : double.PositiveInfinity;

    private static List<(LocalPoint A, LocalPoint B)> EdgesWithin(MultiPolygon land, LocalFrame frame, double reach)
    {
        var edges = new List<(LocalPoint, LocalPoint)>();
        foreach (var polygon in land.Polygons)
        {
            foreach (var ring in polygon.Rings)
            {
                var places = ring.Positions;
                for (var i = 0; i < places.Length; i++)
                {
                    var a = frame.ToLocal(places[i]);
                    var b = frame.ToLocal(places[(i + 1) % places.Length]);
                    if (Math.Min(a.Length, b.Length) < reach + (b - a).Length)
                    {
                        edges.Add((a, b));
                    }
                }
            }
        }

        return edges;
    }

    /// <summary>Distances at which a ray from the origin crosses edges.</summary>
    private static void Cross(List<(LocalPoint A, LocalPoint B)> edges, double azimuth, List<double> crossings)
    {
        crossings.Clear();
        var (east, north) = Math.SinCos(azimuth);
        foreach (var (a, b) in edges)
        {
            // How far each end lies to the right of the ray.
            var right = a.East * north - a.North * east;
            var other = b.East * north - b.North * east;
            if (right >= 0 == other >= 0)
            {
                continue;
            }

            var share = right / (right - other);
            var place = a + (b - a) * share;
            var metres = place.East * east + place.North * north;
            if (metres > 0)
            {
                crossings.Add(metres);
            }
        }
    }
}
