using Fourfold.Behaviour;
using Fourfold.Geo;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Sense.Tests.Behaviour;

public sealed class AisSilenceTests
{
    private const int Boat = 412000001;

    private static Lookout Watch(AisSilenceParameters? parameters = null, params IReadOnlyList<Zone> zones) =>
        new(rule => new AisSilenceDetector(rule, parameters ?? new AisSilenceParameters()), zones);

    /// <summary>The boat reports every ten seconds for two minutes at ten knots eastward.</summary>
    private static Lookout Sail(Lookout lookout, double knots = 10, NavigationStatus? status = null, int others = 4)
    {
        for (var i = 0; i < 12; i++)
        {
            Others(lookout, i, others);
            lookout.Then(10, lookout.Sea.Report(Boat, i * 5.1444 * knots, knots: knots, status: status));
        }

        return lookout;
    }

    /// <summary>So many other ships say something, all around.</summary>
    private static void Others(Lookout lookout, int seed, int count = 4)
    {
        for (var i = 0; i < count; i++)
        {
            var east = i * 300 + seed;
            lookout.Sea.Hear(
                lookout.Sea.Report(
                    413000000 + i,
                    east,
                    north: 800,
                    knots: 1 + 0.01 * (lookout.Sea.Now.Ticks / 10_000_000 % 50)
                )
            );
        }
    }

    private static Lookout Silence(Lookout lookout, double minutes, int others = 4)
    {
        for (var i = 0; i < minutes * 2; i++)
        {
            Others(lookout, i, others);
            lookout.Then(30);
        }

        return lookout;
    }

    [Fact]
    public void A_ship_silent_for_six_minutes_where_four_others_are_heard_has_gone_dark()
    {
        var lookout = Silence(Sail(Watch()), minutes: 5.5);
        Assert.Empty(lookout.Findings);
        Silence(lookout, minutes: 1);
        var finding = Assert.Single(lookout.Findings);
        Assert.Equal(FindingPhase.Raised, finding.Phase);
        Assert.Equal(Tracking.Sea.Start.AddSeconds(110), finding.StartedAt);
        var reasons = finding.Reasons.ToDictionary(r => r.Code);
        Assert.Equal((360, ">="), (reasons["silence.duration"].Threshold, reasons["silence.duration"].Comparison));
        Assert.InRange(reasons["silence.duration"].Value, 360, 361);
        Assert.Equal(10, reasons["silence.own-interval"].Value);
        Assert.Equal(4, reasons["silence.others-heard"].Value);
        Assert.Equal(10, reasons["silence.last-speed"].Value);
        Assert.Contains(finding.CounterReasons, r => r.Code == "silence.short-history");
    }

    [Fact]
    public void A_ship_that_reports_every_three_minutes_may_be_silent_for_longer()
    {
        var lookout = Watch();
        for (var i = 0; i < 6; i++)
        {
            Others(lookout, i);
            lookout.Then(180, lookout.Sea.Report(Boat, i * 900));
        }

        Silence(lookout, minutes: 25);
        Assert.Empty(lookout.Findings);
        Silence(lookout, minutes: 10); // twelve times three minutes
        Assert.Single(lookout.Findings);
    }

    [Fact]
    public void Where_too_few_others_are_heard_silence_means_nothing() =>
        Assert.Empty(Silence(Sail(Watch(), others: 2), minutes: 20, others: 2).Findings);

    [Fact]
    public void A_ship_alone_is_never_dark()
    {
        var lookout = Watch();
        for (var i = 0; i < 12; i++)
        {
            lookout.Then(10, lookout.Sea.Report(Boat, i * 51));
        }

        Assert.Empty(lookout.Then(1_800).Findings);
    }

    [Fact]
    public void While_the_feed_is_lost_nobody_is_dark_and_afterwards_the_clock_starts_anew()
    {
        var lookout = Sail(Watch());
        lookout.FeedIsLive = false;
        lookout.Then(900);
        lookout.FeedIsLive = true;
        lookout.LiveSince = lookout.Sea.Now;
        Silence(lookout, minutes: 5.5);
        Assert.Empty(lookout.Findings);
        Silence(lookout, minutes: 1);
        var finding = Assert.Single(lookout.Findings);
        Assert.InRange(finding.CounterReasons.Single(r => r.Code == "feed.was-interrupted").Value, 900, 930);
    }

    [Fact]
    public void When_one_receiver_of_a_feed_dies_and_takes_a_whole_stretch_of_sea_nobody_in_it_is_dark()
    {
        // The feed stays live through its other receivers. At six minutes of silence the others were heard six minutes
        // ago, well within the window of ten.
        var lookout = Sail(Watch());
        Assert.Empty(lookout.Then(1_800).Findings);
    }

    [Fact]
    public void A_number_that_speaks_on_from_elsewhere_has_leapt_and_is_not_silent()
    {
        var lookout = Sail(Watch());
        for (var i = 0; i < 60; i++)
        {
            Others(lookout, i);
            lookout.Then(10, lookout.Sea.Report(Boat, 90_000 + i * 50));
        }

        Assert.Empty(lookout.Findings);
    }

    [Fact]
    public void One_of_two_ships_that_share_a_number_may_be_dark_and_the_alert_says_so()
    {
        var lookout = Watch();
        for (var i = 0; i < 100; i++)
        {
            Others(lookout, i);
            lookout.Sea.Hear(lookout.Sea.Report(Boat, 90_000 + i * 50));
            if (i < 12)
            {
                lookout.Sea.Hear(lookout.Sea.Report(Boat, i * 50));
            }

            lookout.Then(10);
        }

        Assert.Contains(Assert.Single(lookout.Findings).CounterReasons, r => r.Code == "identity.shared");
    }

    [Fact]
    public void A_flood_of_made_up_numbers_does_not_leave_real_ships_unwatched()
    {
        var lookout = Watch();
        for (var flood = 0; flood < 3; flood++)
        {
            for (var i = 0; i < 50_000; i++)
            {
                lookout.Sea.Hear(lookout.Sea.Report(600_000_000 + flood * 50_000 + i, east: i));
            }

            lookout.Then(400);
        }

        Assert.Equal(0, lookout.Detector.Dropped);
        Assert.Single(Silence(Sail(lookout), minutes: 7).Findings);
    }

    [Theory]
    [InlineData(0.5, NavigationStatus.UnderWayUsingEngine)]
    [InlineData(2.5, NavigationStatus.AtAnchor)]
    [InlineData(2.5, NavigationStatus.Moored)]
    public void Ships_at_rest_may_be_silent(double knots, NavigationStatus status) =>
        Assert.Empty(Silence(Sail(Watch(), knots, status), minutes: 20).Findings);

    [Fact]
    public void A_ship_that_forgot_to_say_it_left_its_anchor_is_under_way() =>
        Assert.Single(Silence(Sail(Watch(), knots: 10, NavigationStatus.AtAnchor), minutes: 8).Findings);

    [Theory]
    [InlineData(ZoneKind.Harbour, 0)]
    [InlineData(ZoneKind.Anchorage, 0)]
    [InlineData(ZoneKind.Watch, 1)]
    public void Ships_in_harbours_and_anchorages_may_be_silent(ZoneKind kind, int findings)
    {
        var lookout = Watch(zones: Lookout.Square(east: 500, north: 0, half: 2_000, kind));
        Assert.Equal(findings, Silence(Sail(lookout), minutes: 8).Findings.Count);
    }

    [Fact]
    public void Two_new_fixes_end_it_even_when_the_track_had_ended_in_between()
    {
        var lookout = Silence(Sail(Watch()), minutes: 15);
        Assert.Single(lookout.Findings);
        lookout.Then(10, lookout.Sea.Report(Boat, 3_000));
        Assert.Single(lookout.Findings);
        lookout.Then(10, lookout.Sea.Report(Boat, 3_050));
        Assert.Equal("Raised:silence.duration Cleared:silence.over", lookout.Codes);
        Assert.Equal(lookout.Findings[0].EpisodeKey, lookout.Findings[1].EpisodeKey);
        Assert.Equal(910, lookout.Findings[1].Reasons[0].Value, 20.0);
    }

    [Fact]
    public void A_fix_that_comes_late_and_was_made_in_the_silence_withdraws_it()
    {
        var lookout = Silence(Sail(Watch()), minutes: 6.5);
        lookout.Then(5, lookout.Sea.Report(Boat, 1_000, ago: 200));
        Assert.Equal("Raised:silence.duration Withdrawn:silence.refuted-by-late-fix", lookout.Codes);
        Assert.Equal(lookout.Findings[0].EpisodeKey, lookout.Findings[1].EpisodeKey);
    }

    [Fact]
    public void It_speaks_once_an_episode_and_closes_what_is_never_heard_again()
    {
        var lookout = Silence(Sail(Watch()), minutes: 125);
        Assert.Equal("Raised:silence.duration Cleared:silence.never-heard-again", lookout.Codes);
    }

    [Fact]
    public void A_ship_on_its_way_out_of_what_is_heard_is_left_alone_and_one_on_its_way_to_land_is_not()
    {
        // Its last fix is 3 km out; five minutes at 55 knots take it 8.5 km farther, more than 8 km from all others.
        var outward = Silence(Sail(Watch(), knots: 55), minutes: 8);
        Assert.Empty(outward.Findings);
        var land = Lookout.Square(east: 11_000, north: 0, half: 3_000).Area;
        var inward = new Lookout(rule => new AisSilenceDetector(rule, new AisSilenceParameters()))
        {
            Shoreline = new Shoreline(land, accuracyMetres: 500),
        };
        var finding = Assert.Single(Silence(Sail(inward, knots: 55), minutes: 8).Findings);
        Assert.Contains(finding.Reasons, r => r.Code == "silence.shore-distance");
    }

    [Fact]
    public void A_new_rule_may_ask_for_less_silence()
    {
        var quick = new AisSilenceParameters { FloorSeconds = 60, CadenceFactor = 3 };
        Assert.Single(Silence(Sail(Watch(quick)), minutes: 1.5).Findings);
    }
}
