using Fourfold.Geo;

namespace Fourfold.Simulator.Radars;

/// <summary>A turning antenna: what it measures of a sea, turn by turn, and the messages it sends of it.</summary>
internal sealed class ShoreRadar
{
    /// <summary>Sectors a turn, each told when the beam has passed it.</summary>
    public const int Sectors = 64;

    private const int ChanceNumbers = 30_000;

    private readonly RadarSite site;
    private readonly RadarTargets targets;
    private readonly LocalFrame frame;
    private readonly LandShadow sight;
    private readonly SeaClutter clutter;
    private readonly RadarReports reports;
    private readonly Chance chance;
    private readonly Misalignment wrong;
    private readonly List<Echo> echoes = [];
    private readonly List<(double Azimuth, double Range, double Ratio)> falsePlots = [];
    private double start;
    private int sector;
    private int told;

    /// <summary>A radar that begins to turn within its first period.</summary>
    /// <param name="site">Where and how.</param>
    /// <param name="targets">What there is to see.</param>
    /// <param name="options">Seed and start.</param>
    /// <param name="number">Its number in the scenario.</param>
    public ShoreRadar(RadarSite site, RadarTargets targets, ScenarioOptions options, int number)
    {
        this.site = site;
        this.targets = targets;
        frame = new LocalFrame(site.Position);
        sight = new LandShadow(Coast.Shore.Land, frame, site.MaximumRangeMetres);
        clutter = new SeaClutter(site, sight, options.Seed, number);
        reports = new RadarReports(site, options.Start);
        chance = Chance.For(options.Seed, ChanceNumbers + number);
        wrong = Misalignment.By(chance, site);
        start = chance.Between(0, site.PeriodSeconds);
        Turn();
    }

    /// <summary>What is wrong with its measurements.</summary>
    public Misalignment Misalignment => wrong;

    /// <summary>When the beam is at the beginning of the next sector, s since the scenario began.</summary>
    public double Due => start + site.PeriodSeconds * sector / Sectors;

    /// <summary>The datagrams it sends at <see cref="Due"/>: plots of the sector passed, and the crossing.</summary>
    public void Send(Queue<byte[]> datagrams)
    {
        var now = Due;
        for (; told < echoes.Count && echoes[told].At < now; told++)
        {
            reports.Plot(echoes[told], datagrams);
        }

        if (sector == Sectors)
        {
            start = now;
            sector = 0;
            Turn();
        }

        if (sector == 0)
        {
            reports.North(now);
        }

        reports.Crossing(now, sector, datagrams);
        sector++;
    }

    /// <summary>Measures all of the turn that begins now: where things will be when the beam comes is known.</summary>
    private void Turn()
    {
        echoes.Clear();
        told = 0;
        foreach (var vessel in targets.From(start))
        {
            See(vessel);
        }

        falsePlots.Clear();
        clutter.Add(start, falsePlots);
        foreach (var (azimuth, range, ratio) in falsePlots)
        {
            Note(Angle.Wrap(azimuth + wrong.Azimuth), range, ratio);
        }

        echoes.Sort((a, b) => a.At.CompareTo(b.At));
        Merge();
    }

    private void See(Vessel vessel)
    {
        // The beam comes when the antenna's own north says so, and the vessel moves on until then.
        var (at, reading) = (start, 0.0);
        var place = default(LocalPoint);
        for (var pass = 0; pass < 2; pass++)
        {
            place = frame.ToLocal(vessel.Motion.At(at).Position);
            reading = Angle.Wrap(place.Bearing + wrong.Azimuth);
            at = TimeOf(reading);
        }

        var metres = place.Length;
        if (
            at < vessel.SpeaksFrom
            || at >= vessel.HiddenFrom
            || !(metres > site.MinimumRangeMetres && metres < site.MaximumRangeMetres)
            || !sight.Sees(place.Bearing, metres)
        )
        {
            return;
        }

        var ratio = EchoStrength.Ratio(vessel, metres, site.AntennaHeightMetres);
        if (chance.Unit() < EchoStrength.Detection(ratio))
        {
            var up = site.AntennaHeightMetres + metres * metres / (2 * EarthRadius);
            var slant = Math.Sqrt(metres * metres + up * up);
            Note(
                reading,
                slant + wrong.RangeMetres + chance.Normal() * site.RangeDeviationMetres,
                ratio,
                chance.Normal() * Angle.FromDegrees(site.AzimuthDeviationDegrees)
            );
        }
    }

    private const double EarthRadius = 6_371_000;

    private double TimeOf(double reading) => start + reading / Math.Tau * site.PeriodSeconds;

    private void Note(double reading, double range, double ratio, double error = 0) =>
        echoes.Add(new Echo(TimeOf(reading), range, Angle.Wrap(reading + error), ratio));

    /// <summary>What lies within one resolution cell is one plot, nearer to the stronger echo.</summary>
    private void Merge()
    {
        var cell = Angle.FromDegrees(site.AzimuthResolutionDegrees);
        var beam = cell / Math.Tau * site.PeriodSeconds;
        for (var i = 0; i < echoes.Count; i++)
        {
            for (var j = i + 1; j < echoes.Count && echoes[j].At - echoes[i].At < beam; )
            {
                var turn = Angle.Difference(echoes[i].Azimuth, echoes[j].Azimuth);
                var isOne =
                    Math.Abs(turn) < cell
                    && Math.Abs(echoes[j].RangeMetres - echoes[i].RangeMetres) < site.RangeResolutionMetres;
                if (!isOne)
                {
                    j++;
                    continue;
                }

                echoes[i] = Middle(echoes[i], echoes[j], turn);
                echoes.RemoveAt(j);
            }
        }
    }

    private static Echo Middle(in Echo one, in Echo two, double turn)
    {
        // By amplitude, the root of the power: a strong echo does not hide all of a weak one beside it.
        var share = Math.Sqrt(two.Ratio) / (Math.Sqrt(one.Ratio) + Math.Sqrt(two.Ratio));
        return one with
        {
            RangeMetres = one.RangeMetres + share * (two.RangeMetres - one.RangeMetres),
            Azimuth = Angle.Wrap(one.Azimuth + share * turn),
            Ratio = one.Ratio + two.Ratio,
        };
    }
}
