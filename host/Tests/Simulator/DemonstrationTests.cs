using Fourfold.Behaviour;
using Fourfold.Codecs.Ais;
using Fourfold.Simulator;
using Fourfold.Simulator.Strait;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>The demonstration's sentences through decoder, tracker and rules: an hour of it in seconds.</summary>
public sealed class DemonstrationTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(360, 12, 2, 420, false)] // the defaults
    [InlineData(45, 3, 5, 108, false)] // what the demonstration's own rule version asks
    [InlineData(45, 3, 5, 108, true)]
    public void In_an_hour_the_rules_find_the_boats_and_nobody_else(
        double floorSeconds,
        double cadenceFactor,
        double minimumSpeedKnots,
        double silenceKnownAt,
        bool withRadars
    )
    {
        var silence = new AisSilenceParameters
        {
            FloorSeconds = floorSeconds,
            CadenceFactor = cadenceFactor,
            MinimumSpeedKnots = minimumSpeedKnots,
        };
        var findings = Watch(minutes: 58, withRadars, silence, out var ear, out var tracker);
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

    private static List<Finding> Watch(
        int minutes,
        bool withRadars,
        AisSilenceParameters silence,
        out Ear ear,
        out CellTracker tracker
    )
    {
        var scenario = StraitScenario.Make(new ScenarioOptions(1, Start) { WithRadars = withRadars });
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
}
