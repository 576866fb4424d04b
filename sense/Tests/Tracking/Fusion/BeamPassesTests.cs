using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>In which turns a track gave a plot.</summary>
public sealed class BeamPassesTests
{
    [Fact]
    public void What_was_noted_is_told()
    {
        var passes = BeamPasses.None;
        Assert.True(passes.MissedIn(-3));
        foreach (var (turn, isHit) in new[] { (4, true), (5, false), (7, true) })
        {
            passes.Note(turn, isHit);
        }

        Assert.Equal(7, passes.Last);
        Assert.Equal([false, true, true, false, true], Enumerable.Range(4, 5).Select(passes.MissedIn));
    }

    [Fact]
    public void A_turn_before_the_last_is_noted_where_it_belongs()
    {
        var passes = BeamPasses.None;
        passes.Note(10, isHit: false);
        passes.Note(8, isHit: true);
        Assert.Equal(
            (10, false, true, true),
            (passes.Last, passes.MissedIn(8), passes.MissedIn(9), passes.MissedIn(10))
        );
    }

    [Fact]
    public void What_is_forgotten_is_not_said_to_be_missed()
    {
        var passes = BeamPasses.None;
        passes.Note(0, isHit: false);
        passes.Note(31, isHit: true);
        Assert.True(passes.MissedIn(0));
        passes.Note(32, isHit: false);
        Assert.False(passes.MissedIn(0));
        passes.Note(100, isHit: false);
        Assert.Equal((true, true, false), (passes.MissedIn(100), passes.MissedIn(69), passes.MissedIn(68)));
    }
}
