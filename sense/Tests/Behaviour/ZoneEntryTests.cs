using Fourfold.Behaviour;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Behaviour;

public sealed class ZoneEntryTests
{
    private const int Boat = 412000001;

    /// <summary>A zone of 1 km around the origin; ships come along the line north = 0.</summary>
    private static readonly Zone Zone = Lookout.Square(east: 0, north: 0, half: 500);

    /// <summary>
    /// Rows of places (metres east, one every ten seconds) and what is found. The edge is at ±500 m, a fix has 15 m of
    /// doubt, confirm 10 s, clear 30 s, exit buffer 150 m.
    /// </summary>
    [Theory]
    [InlineData("comes and stays", "-900 -700 -400 -100 200", "Raised:zone.entered")]
    [InlineData(
        "comes, goes and is clear",
        "-700 -400 0 400 700 900 1100 1300 1500",
        "Raised:zone.entered Cleared:zone.left"
    )]
    [InlineData("passes by outside", "-1500 -1200 -900 -700 -620 -700 -900", "")]
    [InlineData("clips the edge for less than the dwell", "-700 -510 -490 -510 -700 -900 -900", "")]
    [InlineData(
        "hovers about the edge once inside",
        "-700 -400 -300 -510 -490 -520 -480 -540 -460",
        "Raised:zone.entered"
    )]
    [InlineData(
        "goes out no farther than the buffer",
        "-700 -400 -300 -600 -620 -630 -610 -600 -620",
        "Raised:zone.entered"
    )]
    [InlineData(
        "jumps over it between two fixes",
        "-3000 3000 3100 3200 3300 3400",
        "Raised:zone.passed-through Cleared:zone.left"
    )]
    [InlineData("is first seen inside", "0 10 20 30", "Raised:zone.appeared-inside")]
    [InlineData(
        "leaves for good and enters again",
        "-700 -300 -200 -700 -800 -900 -1000 -1000 -900 -300 -200 -100",
        "Raised:zone.entered Cleared:zone.left Raised:zone.entered"
    )]
    [InlineData(
        "is out for less than the clear time and comes back",
        "-700 -300 -200 -700 -800 -300 -200 -100",
        "Raised:zone.entered Updated:zone.entered-again"
    )]
    public void Entering_and_leaving_follow_the_table(string story, string metresEast, string found)
    {
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone);
        // Twenty seconds a leg where it jumps six kilometres: 60 knots and a bit is what a fast boat may do.
        var seconds = story.StartsWith("jumps") ? 200 : 10;
        foreach (var east in metresEast.Split(' ').Select(double.Parse))
        {
            lookout.Then(seconds, lookout.Sea.Report(Boat, east));
        }

        Assert.True(found == lookout.Codes, $"{story}: {lookout.Codes}");
    }

    [Fact]
    public void The_finding_tells_when_where_and_by_which_numbers()
    {
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone);
        foreach (var east in new double[] { -700, -300, -200 })
        {
            lookout.Then(10, lookout.Sea.Report(Boat, east, knots: 39));
        }

        var finding = Assert.Single(lookout.Findings);
        // From −700 to −300 in ten seconds the edge at −500 is met half-way.
        Assert.Equal(Tracking.Sea.Start.AddSeconds(5), finding.StartedAt, TimeSpan.FromMilliseconds(50));
        Assert.Equal(new ZoneRef(Zone.Id, 1), finding.Zone);
        Assert.Equal(2, finding.Level);
        var reasons = finding.Reasons.ToDictionary(r => r.Code);
        Assert.Equal(90, reasons["zone.edge-crossed"].Value, 0.5);
        Assert.Equal(39, reasons["track.speed"].Value, 0.1);
        Assert.True(reasons["zone.entered"].Value >= reasons["zone.entered"].Threshold);
        Assert.InRange(reasons["zone.inside-probability"].Value, 0.9, 1);
        Assert.Contains(finding.CounterReasons, r => r.Code == "track.young");
        Assert.Equal(1, finding.Trigger.FeedNumber);
        Assert.EndsWith(finding.StartedAt.ToUnixTimeMilliseconds().ToString(), finding.EpisodeKey);
    }

    [Fact]
    public void Late_fixes_neither_fire_nor_clear()
    {
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone);
        lookout.Then(10, lookout.Sea.Report(Boat, -2_000)).Then(60, lookout.Sea.Report(Boat, -1_800));
        lookout.Then(30, lookout.Sea.Report(Boat, 0, ago: 65), lookout.Sea.Report(Boat, -100, ago: 66));
        Assert.Empty(lookout.Findings);
        lookout.Then(10, lookout.Sea.Report(Boat, -400)).Then(20, lookout.Sea.Report(Boat, -200));
        lookout.Then(60, lookout.Sea.Report(Boat, -1_500, ago: 25), lookout.Sea.Report(Boat, -1_600, ago: 26));
        Assert.Equal([FindingPhase.Raised], lookout.Phases);
    }

    [Fact]
    public void One_fix_inside_then_silence_still_fires_and_stays_open_until_forgotten()
    {
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone);
        lookout.Then(10, lookout.Sea.Report(Boat, -700)).Then(600, lookout.Sea.Report(Boat, -300));
        Assert.Equal("Raised:zone.entered", lookout.Codes);
        lookout.Then(1_700);
        Assert.Equal("Raised:zone.entered Cleared:track.ended", lookout.Codes);
    }

    [Fact]
    public void A_ship_that_comes_back_under_its_id_while_inside_does_not_fire_again()
    {
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone);
        lookout.Then(10, lookout.Sea.Report(Boat, -700)).Then(900, lookout.Sea.Report(Boat, -300));
        lookout.Then(30, lookout.Sea.Report(Boat, 100));
        Assert.Equal([FindingPhase.Raised], lookout.Phases);
    }

    [Theory]
    [InlineData(ObservationKind.AisClassB, 30, 1)]
    [InlineData(ObservationKind.AisClassB, 3, 0)] // slower than the rule's minimum
    [InlineData(ObservationKind.AisClassA, 30, 0)] // not a class the rule asks for
    [InlineData(ObservationKind.AisAidToNavigation, 0, 0)]
    public void Class_and_speed_filters_leave_others_alone(ObservationKind kind, double knots, int findings)
    {
        var parameters = new ZoneEntryParameters { ClassA = false, MinimumSpeedKnots = 10 };
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, parameters), Zone);
        for (var east = -700; east < 400; east += 150)
        {
            lookout.Then(10, lookout.Sea.Report(Boat, east, knots: knots, kind: kind));
        }

        Assert.Equal(findings, lookout.Findings.Count);
    }

    [Fact]
    public void Appearing_inside_does_not_count_when_the_rule_says_so()
    {
        var parameters = new ZoneEntryParameters { AppearingCounts = false };
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, parameters), Zone);
        foreach (var east in new double[] { 0, 50, 100, 150 })
        {
            lookout.Then(10, lookout.Sea.Report(Boat, east));
        }

        Assert.Empty(lookout.Findings);
    }

    [Fact]
    public void A_zone_taken_away_closes_its_episode_and_harbours_are_not_watched()
    {
        var harbour = Lookout.Square(east: 0, north: 0, half: 500, ZoneKind.Harbour, id: 2);
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone, harbour);
        foreach (var east in new double[] { -700, -300, -200 })
        {
            lookout.Then(10, lookout.Sea.Report(Boat, east));
        }

        lookout.Zones = [harbour];
        lookout.Then(1);
        Assert.Equal("Raised:zone.entered Cleared:zone.removed", lookout.Codes);
    }

    [Fact]
    public void A_far_single_report_of_a_known_ship_is_not_believed()
    {
        var lookout = new Lookout(rule => new ZoneEntryDetector(rule, new ZoneEntryParameters()), Zone);
        lookout.Then(10, lookout.Sea.Report(Boat, -30_000));
        lookout.Then(60, lookout.Sea.Report(Boat, 0));
        Assert.Empty(lookout.Findings);
    }
}
