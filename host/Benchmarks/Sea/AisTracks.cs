using Fourfold.Behaviour;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Benchmarks.Sea;

/// <summary>What an AIS report costs on its way from observation to track and rules, with 20,000 ships at sea.</summary>
/// <remarks>The peer is the least anyone can do: remember the last report of each MMSI, and know nothing else.</remarks>
internal sealed class AisTracks : IBenchmark
{
    private const int Ships = 20_000;

    // A tenth of a second of 2,000 reports a second, then one look.
    private const int PerLook = 200;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.1);
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Name => "ais-tracks";
    public string Unit => "reports";
    public string What => $"AIS reports of {Ships:N0} ships, {PerLook} a look, into tracks and rules";

    public IReadOnlyList<Contender> Prepare() =>
        [
            new("CellTracker", Tracks(detectors: []).Round),
            new("CellTracker, coverage, zone entry (20), AIS silence", Tracks(Detectors()).Round),
            new("Dictionary of the last report of each MMSI", LastReports()),
        ];

    private static IDetector[] Detectors()
    {
        var rule = new Rule(Guid.Empty, Version: 1, Level: 2, ZoneIds: []);
        return
        [
            new ZoneEntryDetector(rule, new ZoneEntryParameters()),
            new AisSilenceDetector(rule, new AisSilenceParameters()),
        ];
    }

    private static Pipeline Tracks(IDetector[] detectors)
    {
        var pipeline = new Pipeline(detectors);
        for (var reports = 0L; reports < 2 * Ships; )
        {
            reports += pipeline.Round();
        }

        return pipeline.Tracks == Ships
            ? pipeline
            : throw new InvalidOperationException($"{pipeline.Tracks} tracks of {Ships} ships");
    }

    private static Func<long> LastReports()
    {
        var fleet = new Fleet();
        var last = new Dictionary<int, Observation>();
        return () =>
        {
            foreach (ref readonly var report in fleet.Next())
            {
                last[report.Mmsi.GetValueOrDefault()] = report;
            }

            return PerLook;
        };
    }

    /// <summary>Ships that report in turn, each on its way east.</summary>
    private sealed class Fleet
    {
        private readonly Observation[] batch = new Observation[PerLook];
        private long reports;

        public DateTimeOffset Now { get; private set; } = Start;

        public ReadOnlySpan<Observation> Next()
        {
            Now += Look;
            for (var i = 0; i < PerLook; i++, reports++)
            {
                var ship = (int)(reports % Ships);
                var metres = 51.4 * (reports / Ships);
                batch[i] = new Observation
                {
                    Kind = ObservationKind.AisClassA,
                    ObservedAt = Now,
                    ReceivedAt = Now,
                    Raw = new RawRef(1, reports * 48, 48),
                    Mmsi = 415_000_001 + ship,
                    Position = Position.FromDegrees(
                        latitude: 17.5 + ship / 200 * 0.04,
                        longitude: 107.5 + ship % 200 * 0.02 + metres / 105_000 % 4
                    ),
                    Speed = 5.14,
                    Course = Math.PI / 2,
                    Heading = Math.PI / 2,
                    TransmissionHash = (ulong)reports + 1,
                };
            }

            return batch;
        }
    }

    /// <summary>What one cell of the sea does ten times a second.</summary>
    private sealed class Pipeline(IDetector[] detectors)
    {
        private readonly Fleet fleet = new();
        private readonly CellTracker tracker = new(new TrackIdSource(1), new TrackerOptions());
        private readonly TrackChanges changes = new();
        private readonly CoverageGrid coverage = new();
        private readonly IReadOnlyList<Zone> zones = Zones();
        private readonly List<Finding> findings = [];

        public int Tracks => tracker.Counters.Tracks;

        public long Round()
        {
            var reports = fleet.Next();
            tracker.Apply(reports, fleet.Now);
            tracker.Advance(fleet.Now, changes);
            if (detectors.Length == 0)
            {
                return PerLook;
            }

            coverage.Note(changes);
            var context = new DetectorContext
            {
                Now = fleet.Now,
                Zones = zones,
                Coverage = coverage,
                Feeds = [new FeedHealth(1, IsLive: true, Start)],
            };
            foreach (var detector in detectors)
            {
                detector.Observe(changes, context, findings);
            }

            findings.Clear();
            return PerLook;
        }

        private static Zone[] Zones() =>
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(i =>
                    {
                        var centre = Position.FromDegrees(latitude: 18 + i * 0.15, longitude: 108 + i * 0.2);
                        var places = Enumerable.Range(0, 12).Select(c => centre.Destination(-c * Math.Tau / 12, 3_000));
                        var area = new MultiPolygon(new Polygon(new LinearRing(places.ToArray())));
                        return new Zone(new Guid(i + 1, 0, 0, new byte[8]), Version: 1, ZoneKind.Watch, area);
                    }),
            ];
    }
}
