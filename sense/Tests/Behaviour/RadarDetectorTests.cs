using System.Text.Json;
using Fourfold.Behaviour;
using Fourfold.Geo;
using Fourfold.Sense.Tests.Tracking.Fusion;
using Fourfold.Tracking;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Behaviour;

/// <summary>Detectors that need a radar, behind a real tracker.</summary>
public sealed class RadarDetectorTests
{
    private const int Mmsi = 413000001;

    [Fact]
    public void A_boat_that_never_named_itself_is_told_within_a_minute_and_once()
    {
        var watch = new Watch(DarkVesselDetector.DetectorCode, new Strait(3).Add(-3000, 2000, 8, 1));
        watch.Run.Play(70);
        var found = Assert.Single(watch.Findings);
        Assert.Equal(FindingPhase.Raised, found.Phase);
        Assert.InRange((found.FoundAt - StraitRun.Start).TotalSeconds, 45, 65);
        Assert.Equal("dark.never-named", found.Reasons[0].Code);
        Assert.Contains(found.Reasons, r => r.Code == "track.speed" && r.Value is > 13 and < 18);
        Assert.Equal(StraitRun.RadarFeed, found.Trigger.FeedNumber);
        watch.Run.Play(300);
        Assert.Single(watch.Findings);
    }

    [Fact]
    public void Who_names_itself_after_all_is_no_dark_vessel_any_more()
    {
        var watch = new Watch(
            DarkVesselDetector.DetectorCode,
            new Strait(12).Add(-3000, 2000, 8, 1, Mmsi, aisFrom: 90)
        );
        watch.Run.Play(260);
        Assert.Equal([FindingPhase.Raised, FindingPhase.Cleared], watch.Findings.Select(f => f.Phase));
        Assert.Equal("condition.over", watch.Findings[1].Reasons[0].Code);
    }

    [Fact]
    public void A_slow_one_one_in_harbour_and_one_that_fell_silent_are_left_alone()
    {
        var strait = new Strait(5)
            .Add(-3000, 2000, 1, 0.5)
            .Add(4000, 3000, 6, 0)
            .Add(-6000, -1000, 8, 1, Mmsi, aisTo: 60);
        var harbour = new Zone(
            Guid.CreateVersion7(),
            1,
            ZoneKind.Harbour,
            new MultiPolygon(
                new Polygon(
                    new LinearRing([
                        strait.At(1, -200),
                        strait.At(1, -200).Destination(0, 3000),
                        strait.At(1, 400).Destination(0, 3000),
                        strait.At(1, 400).Destination(Math.PI, 3000),
                        strait.At(1, -200).Destination(Math.PI, 3000),
                    ])
                )
            )
        );
        var watch = new Watch(DarkVesselDetector.DetectorCode, strait) { Zones = [harbour] };
        watch.Run.Play(200);
        Assert.Equal(3, watch.Run.Shown().Count);
        Assert.Empty(watch.Findings);
    }

    [Fact]
    public void A_boat_that_only_a_radars_own_sentences_tell_of_is_told_too()
    {
        var radar = new RadarSensor { Position = Position.FromDegrees(latitude: 20, longitude: 110.2) };
        var tracker = new SystemTracker(new TrackIdSource(3), new TrackerOptions { MaximumTracks = 50 });
        tracker.SetRadars([new RadarSetup(1, radar)]);
        var (changes, coverage, findings) = (new TrackChanges(), new CoverageGrid(), new List<Finding>());
        var detector = new DarkVesselDetector(new Rule(Guid.CreateVersion7(), 1, 3, []), new DarkVesselParameters());
        for (var second = 0; second < 80; second++)
        {
            var now = StraitRun.Start.AddSeconds(second);
            var place = radar.Position.Destination(1, 6000 + 4 * second);
            var said = new Observation
            {
                Kind = ObservationKind.RadarTrack,
                ObservedAt = now,
                ReceivedAt = now,
                Raw = new RawRef(StraitRun.RadarFeed, second * 60, 60),
                SensorNumber = 1,
                SensorTrackNumber = 7,
                Position = place,
                Speed = 4,
                Course = 1,
            };
            tracker.Apply([said], now);
            tracker.Advance(now, changes);
            var context = new DetectorContext
            {
                Now = now,
                Zones = [],
                Coverage = coverage,
                Feeds = [new FeedHealth(StraitRun.RadarFeed, true, StraitRun.Start.AddHours(-1))],
            };
            detector.Observe(changes, context, findings);
        }

        Assert.Contains(Assert.Single(findings).Reasons, r => r.Code == "dark.never-named");
    }

    [Fact]
    public void A_false_position_is_told_of_the_echo()
    {
        var strait = new Strait(10).Add(-6000, 3000, 6, 0, Mmsi, aisTo: 100);
        var liar = new Strait(11).Add(-5000, 4200, 6, 0, Mmsi, aisFrom: 100, aisTo: 200);
        var watch = new Watch(FalsePositionDetector.DetectorCode, strait, liar);
        watch.Run.Play(160);
        var found = Assert.Single(watch.Findings);
        Assert.InRange((found.FoundAt - StraitRun.Start).TotalSeconds, 100, 140);
        Assert.InRange(found.Position.DistanceTo(strait.At(0, watch.Run.SecondsOf(found.TriggeredAt))), 0, 80);
        Assert.Contains(found.Reasons, r => r.Code == "identity.mmsi" && r.Detail == "413000001");
        var truly = strait.At(0, 110).DistanceTo(liar.At(0, 110));
        var offset = Assert.Single(found.Reasons, r => r.Code == "false-position.offset");
        Assert.InRange(offset.Value, truly - 100, truly + 100);
        Assert.Equal("m", offset.Unit);
    }

    [Fact]
    public void Exchanged_numbers_are_told_of_both()
    {
        var strait = new Strait(8)
            .Add(-6000, 3000, 6, 0, Mmsi, aisTo: 100)
            .Add(5000, -2000, -5, 2, Mmsi + 1, aisTo: 100);
        var liars = new Strait(9).Add(-6000, 3000, 6, 0, Mmsi + 1, aisFrom: 100).Add(5000, -2000, -5, 2, Mmsi, 100);
        var watch = new Watch(SwappedIdentityDetector.DetectorCode, strait, liars);
        watch.Run.Play(160);
        Assert.Equal([FindingPhase.Raised, FindingPhase.Raised], watch.Findings.Select(f => f.Phase));
        Assert.Equal(2, watch.Findings.Select(f => f.Subjects[0]).Distinct().Count());
        // Whose number it was is what can be checked.
        string Of(Finding found, string code) => found.Reasons.Single(r => r.Code == code).Detail ?? "";
        Assert.All(
            watch.Findings,
            found =>
                Assert.Equal(
                    Of(found, "identity.mmsi") == "413000001" ? "413000002" : "413000001",
                    Of(found, "swap.earlier")
                )
        );
        Assert.All(
            watch.Findings,
            found => Assert.InRange(found.Reasons.Single(r => r.Code == "swap.earlier").Value, 5, 60)
        );
    }

    [Fact]
    public void A_ghost_is_told_and_a_false_positions_ghost_is_not()
    {
        var strait = new Strait(4).Add(-3000, 2000, 8, 1, Mmsi, aisTo: 100);
        var ghosts = new Strait(5).Add(4000, -1000, 5, 5, Mmsi + 1, aisFrom: 60).Add(-2000, 3200, 8, 1, Mmsi, 100);
        var watch = new Watch(GhostVesselDetector.DetectorCode, strait, ghosts);
        watch.Run.Play(200);
        var found = Assert.Single(watch.Findings);
        Assert.Contains(found.Reasons, r => r.Code == "identity.mmsi" && r.Detail == "413000002");
    }

    [Fact]
    public void A_silence_under_radar_says_that_radar_holds_the_ship()
    {
        var strait = new Strait(30);
        for (var i = 0; i < 6; i++)
        {
            strait.Add(-3000 + i * 900, 2000 + i * 300, 6, 1, Mmsi + i, aisTo: i == 0 ? 400 : 1e9);
        }

        var watch = new Watch(AisSilenceDetector.DetectorCode, strait, parameters: """{"floorSeconds":60}""");
        watch.Run.Play(560);
        var found = Assert.Single(watch.Findings);
        Assert.Contains(found.Reasons, r => r.Code == "silence.radar-holds" && r.Value < 18);
        Assert.True(found.Reasons[0].Code == "silence.duration");
    }

    /// <summary>One detector that looks at a strait.</summary>
    private sealed class Watch
    {
        private readonly CoverageGrid coverage = new();

        public Watch(string code, Strait strait, Strait? alsoHeard = null, string parameters = "{}")
        {
            Run = new StraitRun(strait, alsoHeard);
            var rule = new Rule(Guid.CreateVersion7(), 1, 2, []);
            var detector = DetectorKind.Find(code)!.TryMake(rule, JsonDocument.Parse(parameters).RootElement, out _)!;
            Run.Looked = (changes, now) =>
            {
                coverage.Note(changes);
                detector.Observe(
                    changes,
                    new DetectorContext
                    {
                        Now = now,
                        Zones = Zones,
                        Coverage = coverage,
                        Feeds =
                        [
                            new FeedHealth(1, true, StraitRun.Start.AddHours(-1)),
                            new FeedHealth(StraitRun.RadarFeed, true, StraitRun.Start.AddHours(-1)),
                        ],
                    },
                    Findings
                );
            };
        }

        public StraitRun Run { get; }

        public IReadOnlyList<Zone> Zones { get; init; } = [];

        public List<Finding> Findings { get; } = [];
    }
}
