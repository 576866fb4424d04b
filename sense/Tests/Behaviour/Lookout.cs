using Fourfold.Behaviour;
using Fourfold.Geo;
using Fourfold.Sense.Tests.Tracking;
using Fourfold.Tracking;

namespace Fourfold.Sense.Tests.Behaviour;

/// <summary>A detector behind a real tracker: ships report, time passes, findings pile up.</summary>
internal sealed class Lookout
{
    private readonly CoverageGrid coverage = new();

    public Lookout(Func<Rule, IDetector> make, params IReadOnlyList<Zone> zones)
    {
        Detector = make(new Rule(new Guid("01940000-0000-7000-8000-000000000001"), Version: 1, Level: 2, ZoneIds: []));
        Zones = zones;
        LiveSince = Sea.Start.AddHours(-1);
    }

    public Sea Sea { get; } = new((ids, limits) => new SystemTracker(ids, limits));

    public IDetector Detector { get; }

    public IReadOnlyList<Zone> Zones { get; set; }

    public Shoreline? Shoreline { get; init; }

    public bool FeedIsLive { get; set; } = true;

    public DateTimeOffset LiveSince { get; set; }

    public List<Finding> Findings { get; } = [];

    public IEnumerable<FindingPhase> Phases => Findings.Select(f => f.Phase);

    public string Codes => string.Join(' ', Findings.Select(f => $"{f.Phase}:{f.Reasons[0].Code}"));

    /// <summary>Lets the given reports in, then time pass, looking every second.</summary>
    public Lookout Then(double seconds, params ReadOnlySpan<Observation> reports)
    {
        Sea.Hear(reports);
        Look(0);
        for (var left = seconds; left > 0; left--)
        {
            Look(Math.Min(1, left));
        }

        return this;
    }

    /// <summary>A square zone around a point of the sea, metres.</summary>
    public static Zone Square(double east, double north, double half, ZoneKind kind = ZoneKind.Watch, int id = 1)
    {
        var frame = new LocalFrame(Sea.Here);
        Position Corner(double x, double y) => frame.ToPosition(new LocalPoint(east + x * half, north + y * half));
        var ring = new LinearRing([Corner(-1, -1), Corner(1, -1), Corner(1, 1), Corner(-1, 1)]);
        var guid = new Guid(id, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        return new Zone(guid, Version: 1, kind, new MultiPolygon(new Polygon(ring)));
    }

    private void Look(double seconds)
    {
        var changes = Sea.Wait(seconds);
        coverage.Note(changes);
        var context = new DetectorContext
        {
            Now = Sea.Now,
            Zones = Zones,
            Coverage = coverage,
            Feeds = [new FeedHealth(1, FeedIsLive, LiveSince)],
            Shoreline = Shoreline,
        };
        Detector.Observe(changes, context, Findings);
    }
}
