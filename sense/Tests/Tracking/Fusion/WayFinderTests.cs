using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class WayFinderTests
{
    private static readonly RadarSensor Sensor = new()
    {
        Position = Position.FromDegrees(latitude: 20, longitude: 110),
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_meeting_that_may_keep_few_ways_keeps_the_likeliest(int most)
    {
        var (all, few) = (Step(Meeting.MostWays), Step(most));
        Assert.True(all.Count > 4, $"only {all.Count} ways");
        Assert.Equal(most, few.Count);
        for (var w = 0; w < most; w++)
        {
            Assert.Equal(all.Ways[w].States[0].Combined(), few.Ways[w].States[0].Combined());
            Assert.Equal(all.Ways[w].States[1].Combined(), few.Ways[w].States[1].Combined());
        }

        Assert.Equal(1, all.Ways.Take(all.Count).Sum(w => w.Weight), 1e-12);
        Assert.Equal(1, few.Ways.Take(few.Count).Sum(w => w.Weight), 1e-12);
    }

    // Two boats fifty metres apart, and a turn that shows three plots about them.
    private static Meeting Step(int most)
    {
        var meeting = new Meeting { Members = 2, Count = 1 };
        meeting.Ways[0].Weight = 1;
        var look = meeting.LookOf(radar: 0);
        for (var i = 0; i < 2; i++)
        {
            var belief = Kinematics.At(50 * i, 5_000, Spread.Round(400), 3, 0, velocityVariance: 1);
            meeting.Ways[0].States[i] = MotionState.Of(belief, time: 0);
            look.Seen |= 1 << i;
            look.Glances[i] = new Meeting.Glance
            {
                Time = 2.5,
                Due = 0.9,
                Seeing = 0.9,
                Range = 5_000,
            };
        }

        foreach (var x in (double[])[0, 30, 70])
        {
            look.Add(
                new Meeting.Echo
                {
                    X = x,
                    Y = 5_000,
                    Spread = Spread.Round(200),
                    Foreign = 1e-6,
                }
            );
        }

        new WayFinder().Step(meeting, look, Sensor, most);
        return meeting;
    }
}
