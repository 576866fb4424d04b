using Fourfold.Behaviour;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Nmea;
using Fourfold.Geo;
using Fourfold.Simulator;
using Fourfold.Simulator.Strait;
using Fourfold.Tracking;
using Xunit;
using Status = Fourfold.Tracking.NavigationStatus;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>The demonstration's sentences through decoder, tracker and rules: an hour of it in seconds.</summary>
public sealed class DemonstrationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(360, 12, 2, 420)] // the defaults
    [InlineData(45, 3, 5, 108)] // what the demonstration's own rule version asks
    public void In_an_hour_the_rules_find_the_boats_and_nobody_else(
        double floorSeconds,
        double cadenceFactor,
        double minimumSpeedKnots,
        double silenceKnownAt
    )
    {
        var silence = new AisSilenceParameters
        {
            FloorSeconds = floorSeconds,
            CadenceFactor = cadenceFactor,
            MinimumSpeedKnots = minimumSpeedKnots,
        };
        var findings = Watch(minutes: 58, silence, out var ear, out var tracker);
        Assert.Equal(0, ear.Dropped);
        Assert.InRange(tracker.Counters.Tracks, 235, 275);
        Assert.Equal(
            0,
            tracker.Counters.Refused(Refusal.IdentityCrowded) + tracker.Counters.Refused(Refusal.NoPosition)
        );
        var told = findings
            .Where(f => f.Phase == FindingPhase.Raised)
            .Select(f => (f.Detector, Mmsi: ear.MmsiAt[f.Trigger.Offset], At: (f.FoundAt - Start).TotalSeconds))
            .ToList();
        Assert.All(told, t => Assert.InRange(t.Mmsi, 415_900_000u, 415_900_009u));
        // Boats at 0, 20 and 40 minutes: into the zone by 60 s, silent from 70 s on; so the demonstration's rule speaks within two minutes.
        var entries = told.Where(t => t.Detector == "zone-entry").Select(t => t.At).ToList();
        var silences = told.Where(t => t.Detector == "ais-silence").Select(t => t.At).ToList();
        Assert.Equal(3, entries.Count);
        Assert.Equal(3, silences.Count);
        for (var boat = 0; boat < 3; boat++)
        {
            Assert.InRange(entries[boat] - boat * 1_200, 30, 65);
            Assert.InRange(silences[boat] - boat * 1_200, silenceKnownAt, silenceKnownAt + 12);
        }
    }

    private static List<Finding> Watch(int minutes, AisSilenceParameters silence, out Ear ear, out CellTracker tracker)
    {
        var scenario = StraitScenario.Make(new ScenarioOptions(1, Start));
        var reader = new AisReader();
        ear = new Ear();
        tracker = new CellTracker(new TrackIdSource(1), new TrackerOptions());
        var zones = StraitPlaces.Zones.Select(AsZone).ToList();
        var rule = new Rule(Guid.Empty, Version: 1, Level: 2, ZoneIds: []);
        IDetector[] detectors =
        [
            new ZoneEntryDetector(rule, new ZoneEntryParameters()),
            new AisSilenceDetector(rule, silence),
        ];
        var coverage = new CoverageGrid();
        var changes = new TrackChanges();
        var findings = new List<Finding>();
        var step = scenario.Next();
        for (var now = Start; now < Start.AddMinutes(minutes); now = now.AddSeconds(0.5))
        {
            for (ear.Now = now; Start + step.At <= now; step = scenario.Next())
            {
                reader.Push(step.Lines.Span, now.ToUnixTimeMilliseconds(), ear);
            }

            tracker.Apply(ear.Take(), now);
            tracker.Advance(now, changes);
            coverage.Note(changes);
            var context = new DetectorContext
            {
                Now = now,
                Zones = zones,
                Coverage = coverage,
                Feeds = [new FeedHealth(1, IsLive: true, Start)],
                Shoreline = Coast.Shore,
            };
            foreach (var detector in detectors)
            {
                detector.Observe(changes, context, findings);
            }
        }

        return findings;
    }

    private static Zone AsZone(StraitZone zone, int number)
    {
        var kind = Enum.Parse<ZoneKind>(zone.Kind, ignoreCase: true);
        return new Zone(new Guid(number + 1, 0, 0, new byte[8]), Version: 1, kind, zone.Area);
    }

    /// <summary>Turns messages into observations as the product's feeds do.</summary>
    private sealed class Ear : IAisSink
    {
        private readonly List<Observation> heard = [];

        public DateTimeOffset Now { get; set; }

        public int Dropped { get; private set; }

        public Dictionary<long, uint> MmsiAt { get; } = [];

        public Observation[] Take()
        {
            var taken = heard.ToArray();
            heard.Clear();
            return taken;
        }

        public void Message(in AisMessage message)
        {
            if (PositionReport.TryRead(message.Bits, out var a))
            {
                var status = (Status?)(byte?)a.Status;
                Add(message, ObservationKind.AisClassA, a.Position, a.SpeedKnots, a.CourseDegrees, status);
            }
            else if (ClassBPositionReport.TryRead(message.Bits, out var b))
            {
                Add(message, ObservationKind.AisClassB, b.Position, b.SpeedKnots, b.CourseDegrees, null);
            }
            else if (BaseStationReport.TryRead(message.Bits, out var station))
            {
                Add(message, ObservationKind.AisBaseStation, station.Position, null, null, null);
            }
            else if (AidToNavigationReport.TryRead(message.Bits, out var aid))
            {
                Add(message, ObservationKind.AisAidToNavigation, aid.Position, null, null, null);
            }
        }

        public void Sentence(in NmeaSentence sentence) => Dropped++;

        void IAisSink.Dropped(in NmeaDrop drop) => Dropped++;

        private void Add(
            in AisMessage message,
            ObservationKind kind,
            AisPosition? at,
            double? knots,
            double? degrees,
            Status? status
        )
        {
            MmsiAt[message.Origin.Offset] = message.Mmsi;
            heard.Add(
                new Observation
                {
                    Kind = kind,
                    ObservedAt = Now,
                    ReceivedAt = Now,
                    Raw = new RawRef(1, message.Origin.Offset, 0),
                    Mmsi = (int)message.Mmsi,
                    Position = at is { } p
                        ? Position.FromDegrees(latitude: p.LatitudeDegrees, longitude: p.LongitudeDegrees)
                        : new Position(double.NaN, double.NaN),
                    Speed = knots is { } k ? Speed.FromKnots(k) : null,
                    Course = degrees is { } d ? Angle.FromDegrees(d) : null,
                    Status = status,
                    Simulated = true,
                }
            );
        }
    }
}
