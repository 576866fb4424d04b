using Fourfold.Tracking;
using Fourfold.Tracking.Handover;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>A strait played to a tracker that is advanced ten times a second.</summary>
internal sealed class StraitRun
{
    public const int RadarFeed = 9;

    public static readonly DateTimeOffset Start = new(2026, 11, 29, 2, 0, 0, TimeSpan.Zero);
    private readonly TrackChanges changes = new();
    private readonly List<Strait.Measured> measured;
    private readonly ITracker tracker;
    private int next;
    private double seconds;

    public StraitRun(Strait strait, Strait? alsoHeard = null, bool inTiles = false)
    {
        Strait = strait;
        measured =
        [
            .. strait.Run(700).Concat(alsoHeard?.Run(700).Where(m => m.Radar < 0) ?? []).OrderBy(m => m.Arrival),
        ];
        RadarSetup[] radars = [.. strait.Radars.Select((sensor, i) => new RadarSetup(i + 1, sensor))];
        var options = new TrackerOptions { MaximumTracks = 500 };
        if (inTiles)
        {
            var tiled = new TiledTracker(new TrackIdSource(3), options);
            tiled.SetRadars(radars);
            tracker = tiled;
        }
        else
        {
            var one = new SystemTracker(new TrackIdSource(3), options);
            one.SetRadars(radars);
            tracker = one;
        }
    }

    public Strait Strait { get; }
    public SystemTracker Tracker => (SystemTracker)tracker;
    public TiledTracker Tiles => (TiledTracker)tracker;
    public List<TrackState> Births { get; } = [];
    public List<TrackEnd> Deaths { get; } = [];
    public List<TrackFix> Fixes { get; } = [];
    public List<string> Lines { get; } = [];
    public Dictionary<int, TrackId> Alive { get; } = [];
    public DateTimeOffset Now => Start.AddSeconds(seconds);

    public double SecondsOf(DateTimeOffset at) => (at - Start).TotalSeconds;

    /// <summary>Called after each look, ten times a second.</summary>
    public Action<TrackChanges, DateTimeOffset>? Looked { get; set; }

    public void Play(double until)
    {
        for (; seconds < until; seconds += 0.1)
        {
            for (; next < measured.Count && measured[next].Arrival <= seconds; next++)
            {
                tracker.Apply([ObservationOf(measured[next])], Now);
            }

            tracker.Advance(Now, changes);
            Follow();
            Looked?.Invoke(changes, Now);
        }
    }

    /// <summary>Applies something else, now.</summary>
    public void See(params Observation[] others) => tracker.Apply(others, Now);

    public TrackState[] All()
    {
        var room = new TrackState[500];
        return room[..tracker.CopyTracks(room)];
    }

    /// <summary>What an operator would see: not what is tentative.</summary>
    public List<TrackState> Shown() => [.. All().Where(t => t.Status != TrackStatus.Tentative)];

    public TrailPoint[] TrailOf(TrackId id)
    {
        var points = new TrailPoint[200];
        return points[..tracker.CopyTrail(id, points)];
    }

    private void Follow()
    {
        Births.AddRange(changes.Births);
        Deaths.AddRange(changes.Deaths);
        Fixes.AddRange(changes.Fixes);
        foreach (var death in changes.Deaths)
        {
            Assert.Equal(TrackStatus.Ended, death.Last.Status);
            Assert.Equal(Alive[death.Last.Slot], death.Last.Id);
            Alive.Remove(death.Last.Slot);
            Lines.Add(death.ToString());
        }

        foreach (var birth in changes.Births)
        {
            Assert.True(Alive.TryAdd(birth.Slot, birth.Id));
            Lines.Add(birth.ToString());
        }

        foreach (var change in changes.Changes)
        {
            Assert.Equal(Alive[change.Slot], change.Id);
            Assert.True(change.Kind != TrackKind.RadarOnly || change.Mmsi is null);
            Lines.Add(change.ToString());
        }
    }

    private static Observation ObservationOf(in Strait.Measured m) =>
        m.Radar >= 0
            ? new Observation
            {
                Kind = ObservationKind.RadarPlot,
                ObservedAt = Start.AddSeconds(m.Time),
                ReceivedAt = Start.AddSeconds(m.Arrival),
                Raw = new RawRef(RadarFeed, (long)(m.Time * 1000), 20),
                SensorNumber = m.Radar + 1,
                RangeMetres = m.Range,
                Azimuth = m.Azimuth,
            }
            : new Observation
            {
                Kind = ObservationKind.AisClassA,
                ObservedAt = Start.AddSeconds(m.Fix.Time),
                ReceivedAt = Start.AddSeconds(m.Arrival),
                Raw = new RawRef(1, (long)(m.Time * 1000), 48),
                Mmsi = m.Fix.Mmsi,
                Position = m.Fix.Position,
                Speed = m.Fix.Speed,
                Course = m.Fix.Course,
            };
}
