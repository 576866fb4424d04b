using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Sense.Sensors;

/// <summary>
/// What a radar can see of a small boat: as far as its range, its horizon, and the first land behind the water let it.
/// </summary>
/// <remarks>
/// The horizon is that of the standard atmosphere, 4/3 of the earth's radius: d = √(2·4/3·R)·(√h₁ + √h₂) (ITU-R P.453,
/// P.834). Land is the coast's outline without its heights: what lies behind it counts as hidden, so a radar on a hill sees
/// more than is drawn here, never less.
/// </remarks>
internal static class Coverage
{
    /// <summary>Directions in which the edge is looked for.</summary>
    public const int Rays = 360;

    /// <summary>Height above the sea of what is to be seen, metres: the deck and mast of a small boat.</summary>
    public const double TargetHeightMetres = 3;

    private const double StepMetres = 250;
    private const double EffectiveRadius = 4.0 / 3 * 6_371_000;

    /// <summary>Farthest range at which the horizon lets a height be seen from another, metres.</summary>
    public static double Horizon(double antennaMetres, double targetMetres) =>
        Math.Sqrt(2 * EffectiveRadius) * (Math.Sqrt(antennaMetres) + Math.Sqrt(targetMetres));

    /// <summary>How far it sees in each of <see cref="Rays"/> directions from north by east, metres.</summary>
    public static double[] Ranges(Position antenna, RadarModel model, Func<Position, bool> isLand)
    {
        var reach = Math.Min(model.MaximumRangeMetres, Horizon(model.AntennaHeightMetres, TargetHeightMetres));
        var ranges = new double[Rays];
        for (var ray = 0; ray < Rays; ray++)
            ranges[ray] = Along(antenna, ray * Math.Tau / Rays, reach, isLand);
        return ranges;
    }

    /// <summary>The outline of what it sees, closed.</summary>
    public static List<Position> Outline(Position antenna, double[] ranges)
    {
        var outline = new List<Position>(ranges.Length + 1);
        for (var ray = 0; ray < ranges.Length; ray++)
            outline.Add(antenna.Destination(ray * Math.Tau / ranges.Length, Math.Max(1, ranges[ray])));
        outline.Add(outline[0]);
        return outline;
    }

    /// <summary>
    /// Where the tracker is to miss nothing: in steps of 5° all that lies behind the farthest place seen there. Doubtful, for
    /// the land's heights are not known and a ship's mast is seen farther than a boat: what is seen there all the same counts.
    /// </summary>
    public static IReadOnlyList<RadarShadow> Shadows(double[] ranges, RadarModel model)
    {
        const int step = 5;
        var perStep = ranges.Length * step / 360;
        var shadows = new List<RadarShadow>();
        for (var first = 0; first < ranges.Length; first += perStep)
        {
            var farthest = ranges.Skip(first).Take(perStep).Max();
            if (farthest < model.MaximumRangeMetres)
                shadows.Add(
                    new RadarShadow(
                        first * Math.Tau / ranges.Length,
                        (first + perStep) % ranges.Length * Math.Tau / ranges.Length,
                        farthest + StepMetres,
                        double.PositiveInfinity
                    )
                    {
                        IsDoubtful = true,
                    }
                );
        }
        return shadows;
    }

    // Over the land it stands on it looks out; the land behind the water ends the view.
    private static double Along(Position antenna, double azimuth, double reach, Func<Position, bool> isLand)
    {
        var wasAfloat = false;
        var afloat = 0.0;
        for (var metres = StepMetres; metres <= reach; metres += StepMetres)
        {
            if (!isLand(antenna.Destination(azimuth, metres)))
            {
                wasAfloat = true;
                afloat = metres;
            }
            else if (wasAfloat)
            {
                return metres;
            }
        }
        return wasAfloat ? reach : afloat;
    }
}
