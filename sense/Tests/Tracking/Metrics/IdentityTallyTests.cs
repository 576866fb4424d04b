using Fourfold.Geo;
using Fourfold.Tracking.Metrics;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Metrics;

public sealed class IdentityTallyTests
{
    private static readonly LocalPoint[] Two = [new(0, 0), new(400, 0)];

    [Fact]
    public void Two_vessels_whose_tracks_are_exchanged_are_two_switches()
    {
        var tally = new IdentityTally();
        tally.Add([1, 2], Two, [7, 8], Two);
        tally.Add([1, 2], Two, [8, 7], Two);
        Assert.Equal((2, 0), (tally.Switches, tally.Fragments));
    }

    [Fact]
    public void A_vessel_lost_and_found_with_its_track_is_a_fragment_and_no_switch()
    {
        var tally = new IdentityTally();
        tally.Add([1], [new(0, 0)], [7], [new(5, 0)]);
        tally.Add([1], [new(0, 0)], [], []);
        tally.Add([1], [new(0, 0)], [], []);
        tally.Add([1], [new(0, 0)], [7], [new(5, 0)]);
        Assert.Equal((0, 1), (tally.Switches, tally.Fragments));
    }

    [Fact]
    public void A_vessel_found_with_another_track_is_both()
    {
        var tally = new IdentityTally();
        tally.Add([1], [new(0, 0)], [7], [new(5, 0)]);
        tally.Add([1], [new(0, 0)], [], []);
        tally.Add([1], [new(0, 0)], [8], [new(5, 0)]);
        Assert.Equal((1, 1), (tally.Switches, tally.Fragments));
    }

    [Fact]
    public void What_no_sensor_sees_is_not_lost()
    {
        var tally = new IdentityTally();
        tally.Add([1], [new(0, 0)], [7], [new(5, 0)]);
        tally.Add([1], [new(0, 0)], [], [], [true]);
        tally.Add([1], [new(0, 0)], [7], [new(5, 0)]);
        Assert.Equal((0, 0), (tally.Switches, tally.Fragments));
    }

    [Fact]
    public void A_vessel_keeps_its_track_while_that_is_near_though_another_is_nearer()
    {
        var tally = new IdentityTally();
        tally.Add([1], [new(0, 0)], [7], [new(5, 0)]);
        tally.Add([1], [new(0, 0)], [7, 8], [new(140, 0), new(5, 0)]);
        Assert.Equal(0, tally.Switches);
        tally.Add([1], [new(0, 0)], [7, 8], [new(160, 0), new(5, 0)]);
        Assert.Equal(1, tally.Switches);
    }

    [Fact]
    public void A_track_that_is_there_twice_is_taken_once()
    {
        var tally = new IdentityTally();
        tally.Add([1, 2], Two, [7, 8], Two);
        tally.Add([1, 2], Two, [7, 7], Two);
        tally.Add([1, 2], Two, [7, 8], Two);
        Assert.Equal((0, 1), (tally.Switches, tally.Fragments));
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new IdentityTally().Add([1], [], [], []));
        Assert.Throws<ArgumentException>(() => new IdentityTally().Add([], [], [], [new(0, 0)]));
        Assert.Throws<ArgumentException>(() => new IdentityTally().Add([], [], [], [], [true]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdentityTally(100, 101));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdentityTally(0, 0));
    }
}
