using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Sense.Sensors;

/// <summary>
/// What a radar can see of a small boat: as far as its range, its horizon and the land let it. Immutable.
/// </summary>
/// <remarks>
/// The horizon is that of the standard atmosphere, 4/3 of the earth's radius: d = √(2·4/3·R)·(√h₁ + √h₂) (ITU-R P.453,
/// P.834). Along each ray the steepest line of sight to the ground so far hides what lies below it. Where the land's height
/// is not known it counts as a wall: a radar on a hill sees more than is drawn there, never less.
/// </remarks>
internal sealed class Coverage
{
    /// <summary>Directions that are looked in.</summary>
    public const int Rays = 360;

    /// <summary>Height above the sea of what is to be seen, metres: the deck and mast of a small boat.</summary>
    public const double TargetHeightMetres = 3;

    private const double StepMetres = 250;
    private const double EffectiveRadius = 4.0 / 3 * 6_371_000;

    // The antenna's height is measured where it stands; of the ground beside it a coarse tile knows less.
    private const double OwnGroundMetres = 500;

    private readonly Position antenna;
    private readonly Sight[][] seen;

    private Coverage(Position antenna, Sight[][] seen, double knownLand)
    {
        (this.antenna, this.seen, KnownLand) = (antenna, seen, knownLand);
        Ranges = [.. seen.Select(ray => (Array.LastIndexOf(ray, Sight.Seen) + 1) * StepMetres)];
    }

    private enum Sight : byte
    {
        Land,
        Seen,
        Hidden,
    }

    /// <summary>How far it sees water in each of <see cref="Rays"/> directions from north by east, metres; 0 for not at all.</summary>
    public IReadOnlyList<double> Ranges { get; }

    /// <summary>Share of the land in its reach whose height is known, 0–1; 1 where there is none.</summary>
    public double KnownLand { get; }

    /// <summary>Farthest range at which the horizon lets a height be seen from another, metres.</summary>
    public static double Horizon(double antennaMetres, double targetMetres) =>
        Math.Sqrt(2 * EffectiveRadius) * (Math.Sqrt(antennaMetres) + Math.Sqrt(targetMetres));

    /// <summary>Looks around.</summary>
    /// <param name="antenna">Where it stands.</param>
    /// <param name="model">How it sees.</param>
    /// <param name="isLand">Whether a place is no water.</param>
    /// <param name="heightAt">Height of the ground above the sea, metres; NaN when it is not known.</param>
    public static Coverage Of(
        Position antenna,
        RadarModel model,
        Func<Position, bool> isLand,
        Func<Position, double> heightAt
    )
    {
        var reach = Math.Min(model.MaximumRangeMetres, Horizon(model.AntennaHeightMetres, TargetHeightMetres));
        var (land, known) = (0, 0);
        var seen = new Sight[Rays][];
        for (var ray = 0; ray < Rays; ray++)
            seen[ray] = Along(ray * Math.Tau / Rays);
        return new Coverage(antenna, seen, land == 0 ? 1 : (double)known / land);

        Sight[] Along(double azimuth)
        {
            var cells = new Sight[(int)(reach / StepMetres)];
            var (steepest, wasAfloat) = (double.NegativeInfinity, false);
            for (var i = 0; i < cells.Length; i++)
            {
                var metres = (i + 1) * StepMetres;
                var place = antenna.Destination(azimuth, metres);
                var height = heightAt(place);
                var isKnown = !double.IsNaN(height);
                if (!isLand(place))
                {
                    wasAfloat = true;
                    cells[i] = Slope(TargetHeightMetres, metres) >= steepest ? Sight.Seen : Sight.Hidden;
                }
                else
                {
                    land++;
                    known += isKnown ? 1 : 0;
                    // The land it stands on it looks out over; what lies behind water ends the view.
                    if (!isKnown && wasAfloat)
                        steepest = double.PositiveInfinity;
                }
                // The tiles know islets that the outline of the coast does not.
                if (isKnown && metres > OwnGroundMetres)
                    steepest = Math.Max(steepest, Slope(height, metres));
            }
            return cells;
        }

        // Of the line from the antenna to a height at a distance, over an earth that falls away.
        double Slope(double height, double metres) =>
            (height - metres * metres / (2 * EffectiveRadius) - model.AntennaHeightMetres) / metres;
    }

    /// <summary>The outer edge of what it sees, closed.</summary>
    public IReadOnlyList<Position> Outline()
    {
        var outline = new List<Position>(Rays + 1);
        for (var ray = 0; ray < Rays; ray++)
            outline.Add(antenna.Destination(ray * Math.Tau / Rays, Math.Max(1, Ranges[ray])));
        outline.Add(outline[0]);
        return outline;
    }

    /// <summary>Water within that edge which the land hides: outlines, closed, that neither cross nor share an area.</summary>
    public IReadOnlyList<IReadOnlyList<Position>> HiddenOutlines()
    {
        var hidden = new List<IReadOnlyList<Position>>();
        var open = new List<Patch>();
        for (var ray = 0; ray < Rays; ray++)
        {
            var runs = RunsOf(seen[ray], Array.LastIndexOf(seen[ray], Sight.Seen));
            var going = new List<Patch>(runs.Count);
            foreach (var run in runs)
            {
                var patch = open.Find(p => p.Last.From <= run.To && run.From <= p.Last.To);
                if (patch is not null)
                    open.Remove(patch);
                else
                    patch = new Patch(ray);
                patch.Runs.Add(run);
                going.Add(patch);
            }
            hidden.AddRange(open.Select(patch => patch.Outline(antenna)));
            open = going;
        }
        hidden.AddRange(open.Select(patch => patch.Outline(antenna)));
        return hidden;
    }

    /// <summary>
    /// Where the tracker is to miss nothing, in steps of 5°: what the land hides there in all directions, and all that lies
    /// behind the farthest place seen. Doubtful, for a ship's mast is seen farther than a boat: what is seen there all the
    /// same counts.
    /// </summary>
    public IReadOnlyList<RadarShadow> Shadows(RadarModel model)
    {
        const int perStep = 5 * Rays / 360;
        var shadows = new List<RadarShadow>();
        for (var first = 0; first < Rays; first += perStep)
        {
            var rays = Enumerable.Range(first, perStep).ToArray();
            var cells = new Sight[rays.Max(ray => seen[ray].Length)];
            for (var i = 0; i < cells.Length; i++)
            {
                var sights = rays.Select(ray => seen[ray][i]).ToArray();
                cells[i] =
                    sights.Contains(Sight.Seen) ? Sight.Seen
                    : sights.Contains(Sight.Hidden) ? Sight.Hidden
                    : Sight.Land;
            }
            var farthest = rays.Max(ray => Ranges[ray]);
            foreach (var (from, to) in RunsOf(cells, (int)(farthest / StepMetres) - 1))
                shadows.Add(Shadow(first, from * StepMetres, to * StepMetres));
            if (farthest < model.MaximumRangeMetres)
                shadows.Add(Shadow(first, farthest + StepMetres, double.PositiveInfinity));
        }
        return shadows;

        static RadarShadow Shadow(int first, double near, double far) =>
            new(first * Math.Tau / Rays, (first + perStep) % Rays * Math.Tau / Rays, near, far) { IsDoubtful = true };
    }

    // Runs of hidden water up to the last cell that is seen; [From, To) in cells, land between them belongs to neither.
    private static List<(int From, int To)> RunsOf(Sight[] cells, int last)
    {
        var runs = new List<(int From, int To)>();
        for (var i = 0; i <= last; i++)
        {
            if (cells[i] != Sight.Hidden)
                continue;
            var from = i;
            while (i < last && cells[i + 1] == Sight.Hidden)
                i++;
            runs.Add((from, i + 1));
        }
        return runs;
    }

    /// <summary>Runs of neighbouring rays that overlap.</summary>
    private sealed class Patch(int ray)
    {
        public List<(int From, int To)> Runs { get; } = [];

        public (int From, int To) Last => Runs[^1];

        // Out along the near edges, back along the far ones; each run is as wide as its ray.
        public List<Position> Outline(Position antenna)
        {
            var outline = new List<Position>(4 * Runs.Count + 1);
            for (var i = 0; i < Runs.Count; i++)
                Side(i, i + 1, Runs[i].From);
            for (var i = Runs.Count - 1; i >= 0; i--)
                Side(i + 1, i, Runs[i].To);
            outline.Add(outline[0]);
            return outline;

            void Side(int first, int second, int cell)
            {
                outline.Add(At(first, cell));
                outline.Add(At(second, cell));
            }

            Position At(int side, int cell) =>
                antenna.Destination((ray + side - 0.5) * Math.Tau / Rays, Math.Max(1, cell * StepMetres));
        }
    }
}
