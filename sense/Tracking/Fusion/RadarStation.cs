using Fourfold.Geo;

namespace Fourfold.Tracking.Fusion;

/// <summary>A radar at work: its plots that wait for their sector, the turning of its antenna, its clutter and its bias.</summary>
internal sealed class RadarStation
{
    /// <summary>Sectors a turn: the batches in which plots are worked on.</summary>
    public const int Sectors = 64;

    /// <summary>A plot so far beyond the edge of a sector may still belong to a track in it, turns.</summary>
    public const double Margin = 1.5 / 360;

    // The beam's phase follows a clock that drifts, and none that leaps.
    private const double PhaseGain = 0.02;
    private const int PauseTurns = 3;

    // Plots in a row that come by one and the same time sooner or later than usual tell that its clock has leapt.
    private const int LeapPlots = 8;
    private const double ShadowEdge = 0.5 * Math.PI / 180;
    private const double LeastLeap = 0.7;
    private const double LagSpread = 0.4;
    private const double LagGain = 0.05;

    // Of vessels on their own, some hundreds of looks.
    private const double SeenGain = 0.002;
    private const double FarFewer = 0.18;
    private const double LeastDetection = 0.3;

    // By so much of a turn the beam must stand wrong by a clock that is said to have leapt: a way that is longer by a whole
    // turn looks the same from the beam alone.
    private const double LeastBeamError = 0.02;

    private readonly LocalFrame frame;
    private readonly FrameChange toPlane;
    private readonly FrameChange fromPlane;
    private readonly LocalPoint antenna;

    private readonly double lean;
    private Alignment.Shift askew;
    private double seen;
    private double phase;
    private long firstTurn;
    private readonly RadarLag lag;
    private double usualLag = double.NaN;
    private double leapt;
    private double lastLeap;
    private int leaps;
    private readonly WaitingPlots plots = new();

    public RadarStation(RadarSensor sensor, in LocalFrame plane)
    {
        Sensor = sensor;
        frame = new LocalFrame(sensor.Position);
        Clutter = new ClutterMap(sensor);
        Registration = new Registration(sensor);
        Detection = seen = sensor.DetectionProbability;
        Alignment = new Alignment(sensor);
        lag = new RadarLag(sensor.Period);
        (toPlane, fromPlane) = (new FrameChange(frame, plane), new FrameChange(plane, frame));
        antenna = plane.ToLocal(sensor.Position);
        lean = LeanAt(plane, sensor.Position);
    }

    public RadarSensor Sensor { get; }

    public ClutterMap Clutter { get; private set; }

    public Registration Registration { get; private set; }

    /// <summary>
    /// Probability that it gives a plot of a vessel in plain view, 0 … 1: what it says of itself, unless it gives far fewer
    /// (rain, a weak transmitter). It is not taken to see better than it says.
    /// </summary>
    public double Detection { get; private set; }

    /// <summary>Whether it gave a plot of a vessel that it should have seen and nobody contested.</summary>
    public void NoteLook(bool isHit)
    {
        seen += SeenGain * ((isHit ? 1 : 0) - seen);
        Detection =
            seen < Sensor.DetectionProbability - FarFewer
                ? Math.Max(LeastDetection, seen)
                : Sensor.DetectionProbability;
    }

    /// <summary>Looks whether it stands askew by more than it says of itself.</summary>
    public Alignment Alignment { get; }

    /// <summary>How much too long its ranges are, metres: what is taken off at once, and what was learned beyond.</summary>
    public double RangeBias => askew.Range + Registration.Range;

    /// <summary>The same of its azimuths, radians.</summary>
    public double AzimuthBias => askew.Azimuth + Registration.Azimuth;

    /// <summary>Plots of sectors that are still open.</summary>
    public WaitingPlots Plots => plots;

    /// <summary>The next sector to work on, counted from the first turn.</summary>
    public long NextSector { get; private set; } = -1;

    /// <summary>Time of the newest plot, s.</summary>
    public double LastHeard { get; private set; } = double.NegativeInfinity;

    /// <summary>How much later than those of a radar at hand its plots come, s, 0 … <see cref="RadarLag.Most"/>.</summary>
    public double Delay => Math.Max(0, lag.Excess + Registration.TimeApplied);

    /// <summary>Plots that came after their sector was worked on.</summary>
    public long Late { get; private set; }

    /// <summary>Plots from where it sees nothing.</summary>
    public long Shadowed { get; private set; }

    /// <summary>When it began to speak, after it last was silent for some turns, s.</summary>
    public double AwakeSince { get; private set; } = double.PositiveInfinity;

    /// <summary>When <see cref="NextSector"/> may be worked on, s; never while nothing has been heard for some turns.</summary>
    public double Due
    {
        get
        {
            if (NextSector < 0 || (plots.Count == 0 && TimeAt(NextSector / (double)Sectors) - LastHeard > Pause))
            {
                return double.PositiveInfinity;
            }

            return BeamAt((NextSector + 1) / (double)Sectors + Margin) + lag.Wait;
        }
    }

    // So long it may say nothing before it is thought to be off, s.
    private double Pause => PauseTurns * Sensor.Period;

    /// <summary>When the beam is at a place of its way, counted in turns.</summary>
    public double TimeAt(double turns) => BeamAt(turns) - Registration.TimeApplied;

    // The same by the radar's clock.
    private double BeamAt(double turns) => phase + turns * Sensor.Period;

    /// <summary>Takes a plot in.</summary>
    /// <param name="time">When the beam was on it by the radar's clock, s.</param>
    /// <param name="arrival">When it reached us, s.</param>
    /// <param name="range">Metres.</param>
    /// <param name="azimuth">Radians from north, [0, 2π).</param>
    /// <param name="raw">Where its bytes lie.</param>
    /// <param name="length">Of what it shows, metres; not a number when that is not said.</param>
    /// <returns>Whether it waits for its sector; a straggler is the last of <see cref="Plots"/> until it is dropped.</returns>
    public PlotTiming Add(double time, double arrival, double range, double azimuth, in RawRef raw, double length)
    {
        if (askew != default)
        {
            (range, azimuth) = (range - askew.Range, Angle.Wrap(azimuth - askew.Azimuth));
        }

        var bearing = azimuth / Math.Tau;
        time += Clock(time, arrival, bearing);
        var at = time - Registration.TimeApplied;
        lag.Note(arrival - time, arrival);
        if (NextSector < 0)
        {
            phase = time - (firstTurn + bearing) * Sensor.Period;
            AwakeSince = at;
            NextSector = (long)((firstTurn + bearing) * Sectors);
        }

        var turns = Math.Round((time - phase) / Sensor.Period - bearing) + bearing;
        if (at - LastHeard > Pause && LastHeard > double.NegativeInfinity)
        {
            // It stood still or was off: its beam is where this plot is.
            phase = time - turns * Sensor.Period;
            AwakeSince = at;
            NextSector = Math.Max(NextSector, (long)Math.Floor(turns * Sectors));
        }

        phase += PhaseGain * (time - BeamAt(turns));
        LastHeard = Math.Max(LastHeard, at);
        if (range <= 0 || IsInShadow(range, azimuth, edge: 0, isCertain: true))
        {
            Shadowed++;
            return PlotTiming.Refused;
        }

        var isLate = turns < NextSector / (double)Sectors - Margin;
        if (isLate)
        {
            Late++;
            // By a clock that leapt the beam was not there; then when it was is not known.
            if (arrival - time > RadarLag.Most || BeamError(time, bearing) > LeastBeamError)
            {
                return PlotTiming.Refused;
            }

            lag.NoteStraggler(arrival - time, arrival);
        }

        plots.Add(
            new WaitingPlot
            {
                Time = at,
                Turns = turns,
                Range = range,
                Azimuth = azimuth,
                Raw = raw,
                Length = length,
            }
        );
        return isLate ? PlotTiming.Straggler : PlotTiming.Waits;
    }

    /// <summary>How late the latest plot came that came after its sector within the last minutes, s; 0 when none did.</summary>
    public double StragglerDelay(double now) => lag.StragglerLag(now);

    /// <summary>
    /// Sets it right by a gross error. What was learned of its bias and its clutter was of elsewhere and is forgotten.
    /// </summary>
    public void SetRight(in Alignment.Shift shift)
    {
        var turned = shift.Azimuth / Math.Tau;
        askew = new Alignment.Shift(askew.Range + shift.Range, askew.Azimuth + shift.Azimuth);
        (Registration, Clutter) = (new Registration(Sensor), new ClutterMap(Sensor));
        phase += turned * Sensor.Period;
        plots.Shift(-shift.Range, -turned);
    }

    /// <summary>Takes over clutter and bias that were learned of the same radar.</summary>
    public void LearnFrom(RadarStation known)
    {
        (Clutter, Registration, askew) = (known.Clutter, known.Registration, known.askew);
        firstTurn = known.Turn + 1; // Clutter is counted by turns.
    }

    /// <summary>
    /// What to add to the radar's clock, s. It leapt when plots come sooner or later than they used to by one and the same
    /// time and the beam, by that clock, stands elsewhere than it can; were only the way to us longer, the beam would be
    /// where it should.
    /// </summary>
    private double Clock(double time, double arrival, double bearing)
    {
        var way = arrival - time - leapt;
        if (double.IsNaN(usualLag))
        {
            usualLag = way;
        }

        var leap = way - usualLag;
        if (Math.Abs(leap) < LeastLeap || NextSector < 0)
        {
            usualLag += LagGain * leap;
            leaps = 0;
            return leapt;
        }

        var isSame = leaps > 0 && Math.Abs(leap - lastLeap) < LagSpread;
        lastLeap = isSame ? lastLeap : leap;
        leaps = isSame ? leaps + 1 : 1;
        if (leaps >= LeapPlots)
        {
            leaps = 0;
            if (BeamError(time + leapt, bearing) > BeamError(time + leapt + leap, bearing) + LeastBeamError)
            {
                leapt += leap;
                lag.Forget();
                LastHeard = Math.Min(LastHeard, time + leapt - Registration.TimeApplied);
            }
            else
            {
                usualLag = way;
            }
        }

        return leapt;
    }

    // How far from a bearing the beam is at a time, turns.
    private double BeamError(double time, double bearing) =>
        Math.Abs(Math.IEEERemainder((time - phase) / Sensor.Period - bearing, 1));

    /// <summary>Goes on to the next sector and forgets plots before a place of the beam's way.</summary>
    public void Close(double beforeTurns)
    {
        plots.Close(beforeTurns, beforeTurns + 2 * Margin);
        NextSector++;
    }

    /// <summary>Where a plot lies on the plane, its bias taken off, and how sure that is.</summary>
    public void Locate(ref WaitingPlot plot)
    {
        var range = plot.Range - Registration.Range;
        var azimuth = plot.Azimuth - Registration.Azimuth;
        var up = -range * range / (2 * MeanEarthRadius);
        var ground = Math.Sqrt(Math.Max(0, range * range - up * up));
        var (sin, cos) = Math.SinCos(azimuth);
        (plot.East, plot.North) = (ground * sin, ground * cos);
        var place = toPlane.Apply(new LocalPoint(plot.East, plot.North));
        (plot.X, plot.Y) = (place.East, place.North);
        plot.Spread = SpreadAt(range, sin, cos);
    }

    /// <summary>Spread of a plot at a range and direction, what is left of the bias included.</summary>
    public Spread SpreadAt(double range, double sin, double cos)
    {
        var along = Sensor.RangeDeviation * Sensor.RangeDeviation + Registration.RangeVariance;
        var across = range * range * (Sensor.AzimuthDeviation * Sensor.AzimuthDeviation + Registration.AzimuthVariance);
        return new Spread(
            sin * sin * along + cos * cos * across,
            sin * cos * (along - across),
            cos * cos * along + sin * sin * across
        );
    }

    /// <summary>Range, metres, and azimuth, radians in [0, 2π), at which a place of the plane is seen, bias not included.</summary>
    public (double Range, double Azimuth) See(double x, double y)
    {
        var local = Local(x, y);
        var ground2 = local.East * local.East + local.North * local.North;
        var up = ground2 / (2 * MeanEarthRadius);
        var azimuth = Math.Atan2(local.East, local.North);
        return (Math.Sqrt(ground2 + up * up), azimuth < 0 ? azimuth + Math.Tau : azimuth);
    }

    /// <summary>How far a plane's north is turned from north at a place, radians: the convergence of meridians.</summary>
    public static double LeanAt(in LocalFrame plane, in Position position) =>
        (position.Longitude - plane.Origin.Longitude) * Math.Sin(position.Latitude);

    /// <summary>A place of the plane as metres east and north of the antenna.</summary>
    public LocalPoint Local(double x, double y) => fromPlane.Apply(new LocalPoint(x, y));

    /// <summary>The turn the beam is in.</summary>
    public int Turn => (int)(NextSector / Sectors);

    /// <summary>
    /// The part of the plane that may lie within reach and in some sectors, a degree more on both sides.
    /// </summary>
    /// <param name="sector">The first of them, 0 to 63.</param>
    /// <param name="count">How many; no more than 28, for they must be less than a half turn.</param>
    public Wedge WedgeOf(int sector, int count)
    {
        const double turned = Math.Tau / Sectors;
        const double more = Math.PI / 180;
        return new Wedge(
            antenna,
            Sensor.MaximumRange * 1.03,
            sector * turned - more - lean,
            (sector + count) * turned + more - lean
        );
    }

    /// <summary>Cells with more than twice the clutter that the sensor says of itself, the worst first.</summary>
    public IReadOnlyList<ClutterCell> ClutterCells(int most) =>
        [
            .. Clutter
                .Worst(Turn, most)
                .Select(cell => new ClutterCell(frame.ToPosition(cell.Place), cell.Rate * SquareMetresPerKilometre)),
        ];

    private const double SquareMetresPerKilometre = 1e6;

    /// <summary>Whether it should see a thing at a range, metres, and an azimuth, radians in [0, 2π).</summary>
    public bool Covers(double range, double azimuth) => Reaches(range) && !IsInShadow(range, azimuth, ShadowEdge);

    /// <summary>Whether a range, metres, is within its own, shadows aside.</summary>
    public bool Reaches(double range) => range > Sensor.MinimumRange * 1.1 && range < Sensor.MaximumRange * 0.99;

    /// <summary>Whether it should see a thing at a place of the plane.</summary>
    public bool Sees(double x, double y)
    {
        var (range, azimuth) = See(x, y);
        return Covers(range, azimuth);
    }

    // With an edge in radians a thing beside a shadow is not owed a plot either.
    private bool IsInShadow(double range, double azimuth, double edge, bool isCertain = false)
    {
        foreach (var shadow in Sensor.Shadows)
        {
            if (!(isCertain && shadow.IsDoubtful) && shadow.Holds(range, azimuth, edge))
            {
                return true;
            }
        }

        return false;
    }

    private const double MeanEarthRadius = 6_371_000;
}
