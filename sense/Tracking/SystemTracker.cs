using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Tracking;

/// <summary>System tracks: what transponders say and what radars see, one track a vessel.</summary>
/// <remarks>
/// <para>
/// Two memories lie behind it. <see cref="CellTracker"/> keeps what each transponder said (each transmission once, identities
/// in two places apart), <see cref="FusionTracker"/> what radars and these reports together say of motion, existence and
/// identity. A system track is the fused track where radar holds it, else the transponder's; it keeps its id when it goes
/// from one to the other. Without radars it is the transponders' alone.
/// </para>
/// <para>
/// A track that only radar holds carries nothing that came from an MMSI, though it had one before.
/// </para>
/// </remarks>
public sealed partial class SystemTracker : ITracker
{
    private const int None = SystemRecord.None;

    /// <summary>AIS so far outside of a radar's reach is still fused, metres, so that who comes in is known.</summary>
    private const double BorderMetres = 10_000;

    private readonly TrackerOptions options;
    private readonly TrackIdSource ids;
    private readonly CellTracker reports;
    private readonly TrackChanges said = new();
    private readonly SlotPool slots;
    private readonly Trails trails;
    private readonly Dictionary<TrackId, int> slotOfId = [];
    private readonly Dictionary<int, int> radarOfNumber = [];
    private readonly Counts counts;
    private readonly Growing<int> dirty = new();
    private readonly Growing<TrackEnd> ended = new();
    private IReadOnlyList<RadarSetup> setups = [];
    private FusionTracker? radars;
    private bool[] simulatedRadar = [];
    private SystemRecord[] records = [];
    private int[] systemOfReport = [];
    private long nowTicks;
    private long epochTicks;

    /// <summary>A tracker without tracks and radars.</summary>
    /// <param name="ids">Where ids come from; not shared with another tracker.</param>
    /// <param name="options">Limits.</param>
    public SystemTracker(TrackIdSource ids, TrackerOptions options)
    {
        this.ids = ids;
        this.options = options;
        reports = new CellTracker(ids, options with { TrailPoints = 1 });
        slots = new SlotPool(options.MaximumTracks);
        trails = new Trails(options.TrailPoints, options.TrailInterval);
        counts = new Counts(reports);
    }

    /// <inheritdoc/>
    public ITrackerCounters Counters => counts;

    /// <inheritdoc/>
    public int Capacity => options.MaximumTracks;

    /// <summary>The radars it listens to.</summary>
    public IReadOnlyList<RadarSetup> Radars => setups;

    /// <summary>
    /// Listens to other radars from now on. What was learned of those that stay is kept; tracks that only radar holds end, and
    /// are found again within some turns. The same radars change nothing.
    /// </summary>
    /// <exception cref="ArgumentException">Two have one number.</exception>
    public void SetRadars(IReadOnlyList<RadarSetup> radarsNow)
    {
        if (setups.SequenceEqual(radarsNow))
        {
            return;
        }

        radarOfNumber.Clear();
        for (var i = 0; i < radarsNow.Count; i++)
        {
            if (!radarOfNumber.TryAdd(radarsNow[i].Number, i))
            {
                throw new ArgumentException("two radars have one number", nameof(radarsNow));
            }
        }

        setups = [.. radarsNow];
        simulatedRadar = new bool[setups.Count];
        DropFused();
        var old = radars;
        radars = NewFusion();
        if (old is not null)
        {
            radars?.LearnFrom(old);
        }
    }

    /// <inheritdoc/>
    public void StartAnew(DateTimeOffset now)
    {
        for (var slot = 0; slot < slots.Used; slot++)
        {
            if (records[slot].IsUsed)
            {
                End(slot, TrackEndReason.ClockSet);
            }
        }

        reports.StartAnew(now);
        // Deaths of reports have been told as those of their tracks.
        reports.Advance(now, said);
        said.Clear();
        systemOfReport.AsSpan().Fill(None);
        ForgetFused();
        nowTicks = now.UtcTicks;
        radars = NewFusion();
    }

    /// <inheritdoc/>
    public bool TryGet(TrackId id, out TrackState state)
    {
        if (slotOfId.TryGetValue(id, out var slot))
        {
            state = StateOf(slot);
            return true;
        }

        state = default;
        return false;
    }

    /// <inheritdoc/>
    public int CopyTracks(Span<TrackState> states)
    {
        var copied = 0;
        for (var slot = 0; slot < slots.Used && copied < states.Length; slot++)
        {
            if (records[slot].IsUsed)
            {
                states[copied++] = StateOf(slot);
            }
        }

        return copied;
    }

    /// <inheritdoc/>
    public int CopyTrail(TrackId id, Span<TrailPoint> points) =>
        slotOfId.TryGetValue(id, out var slot) ? trails.Copy(slot, StateOf(slot).At.UtcTicks, points) : 0;

    /// <summary>What is known of each radar by now.</summary>
    public IReadOnlyList<RadarKnowledge> RadarKnowledge()
    {
        var known = new RadarKnowledge[setups.Count];
        for (var i = 0; i < known.Length; i++)
        {
            var station = radars!.Station(i); // There are radars.
            known[i] = new RadarKnowledge(
                setups[i].Number,
                station.RangeBias,
                Math.Sqrt(station.Registration.RangeVariance),
                station.AzimuthBias,
                Math.Sqrt(station.Registration.AzimuthVariance),
                station.Registration.Time,
                station.Registration.TimeDeviation,
                station.Registration.Residuals,
                Math.Max(0, station.NextSector / RadarStation.Sectors),
                station.Late
            );
        }

        return known;
    }

    /// <summary>
    /// The cells of a radar's clutter map with more false plots than twice what it says of itself, the worst first.
    /// </summary>
    /// <param name="number">Sensor number; an unknown one has none.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<ClutterCell> ClutterOf(int number, int most) =>
        radarOfNumber.TryGetValue(number, out var index) ? radars!.Station(index).ClutterCells(most) : [];

    private FusionTracker? NewFusion()
    {
        if (setups.Count == 0)
        {
            return null;
        }

        var middle = Position.FromDegrees(
            latitude: setups.Average(s => s.Sensor.Position.LatitudeDegrees),
            longitude: setups.Average(s => s.Sensor.Position.LongitudeDegrees)
        );
        epochTicks = nowTicks;
        var sensors = setups.Select(s => s.Sensor).ToArray();
        return new FusionTracker(middle, sensors, options.MaximumTracks) { IsWatched = true };
    }

    private double SecondsOf(long ticks) => (ticks - epochTicks) / (double)TimeSpan.TicksPerSecond;

    private long TicksOf(double seconds) => epochTicks + (long)Math.Round(seconds * TimeSpan.TicksPerSecond);

    private sealed class Counts(CellTracker reports) : ITrackerCounters
    {
        private readonly long[] ended = new long[5];
        private readonly long[] refused = new long[9];
        private readonly ITrackerCounters reported = reports.Counters;
        private long shedFixes;

        public long Plots { get; set; }
        public long LatePlots { get; set; }
        public long Bearings { get; set; }
        public long Observations => reported.Observations + Plots + Bearings;
        public long Late => reported.Late + LatePlots;
        public long Births { get; set; }
        public long Returns => reported.Returns;
        public long FixesShed => reported.FixesShed + shedFixes;
        public int Tracks { get; set; }

        public long Ended(TrackEndReason reason) => ended[(int)reason];

        public long Refused(Refusal cause) => refused[(int)cause] + reported.Refused(cause);

        public void End(TrackEndReason reason) => ended[(int)reason]++;

        public void ShedFix() => shedFixes++;

        public void Refuse(Refusal cause) => refused[(int)cause]++;
    }
}
