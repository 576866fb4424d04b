using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

/// <summary>Who is who after a meeting.</summary>
public sealed class NamesTests
{
    private const int Mmsi = 413000001;
    private readonly SystemTrack[] room = new SystemTrack[1000];

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(34)]
    public void Two_that_cross_within_what_radar_tells_apart_keep_their_ids(int seed)
    {
        // They meet at 250 s, 20 m apart, at an angle of 22°.
        var strait = new Strait(seed).Add(-2000, 4000, 8, 1.6, Mmsi).Add(-2000, 4820, 8, -1.6);
        var tracker = new FusionTracker(Strait.Here, strait.Radars);
        Dictionary<int, long> before = [];
        foreach (var m in strait.Run(500))
        {
            Strait.Feed(tracker, m);
            if (before.Count == 0 && m.Arrival > 120)
            {
                before = Ids(tracker, strait, m.Arrival);
            }
        }

        Assert.Equal(2, before.Values.Distinct().Count());
        Assert.Equal(before, Ids(tracker, strait, 498));
        Assert.Equal(Mmsi, Shown(tracker, 498).Single(t => t.Id == before[0]).Mmsi);
    }

    [Fact]
    public void The_grid_finds_what_is_in_a_square_and_each_once()
    {
        var (random, foreseen, grid) = (new Random(1), new Foresight(), new TrackGrid());
        foreseen.Resize(500);
        for (var i = 0; i < 500; i++)
        {
            var belief = Kinematics.At(Of(random), Of(random), Spread.Round(1), 0, 0, 1);
            foreseen.Note(i, new FusionTrack { Motion = MotionState.Of(belief, 0) });
        }

        foreseen.Forget(7);
        Assert.True(grid.Near(0, 0, 1000).IsEmpty);
        grid.Fill(foreseen, 500, 0);
        for (var q = 0; q < 50; q++)
        {
            var (x, y) = (Of(random), Of(random));
            var found = grid.Near(x, y, 900).ToArray();
            Assert.Equal(found.Distinct().Order(), found);
            var inside = Enumerable.Range(0, 500).Where(i => i != 7 && foreseen.IsNear(i, 0, x, y, 900)).ToList();
            Assert.NotEmpty(inside);
            Assert.Subset(found.ToHashSet(), inside.ToHashSet());
        }
    }

    [Fact]
    public void The_density_of_another_belief_is_that_of_independent_axes()
    {
        var one = Kinematics.At(0, 0, Spread.Round(100), 1, 2, 4);
        var two = Kinematics.At(10, -20, Spread.Round(300), 2, 4, 5);
        var expected = Math.Exp(-0.5 * (500 / 400.0 + 5 / 9.0)) / (Math.Tau * Math.Tau * 400 * 9);
        Assert.Equal(expected, one.DensityOf(two), 1e-12);
    }

    private static double Of(Random random) => random.NextDouble() * 8000 - 4000;

    private Dictionary<int, long> Ids(FusionTracker tracker, Strait strait, double time) =>
        Enumerable
            .Range(0, 2)
            .ToDictionary(i => i, i => Shown(tracker, time).MinBy(t => t.Position.DistanceTo(strait.At(i, time))).Id);

    private List<SystemTrack> Shown(FusionTracker tracker, double time) =>
        [.. room.Take(tracker.CopyTracks(time, room))];
}
