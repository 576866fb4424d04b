using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class PastTests
{
    private const int Slot = 3;

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void A_measurement_put_into_the_past_leaves_what_its_order_would_have_left(int late)
    {
        var measured = Turning(14).ToArray();
        var inOrder = Begin();
        foreach (var one in measured)
        {
            Past.Correct(ref inOrder, one);
        }

        var past = new Past();
        var motion = Begin();
        past.Add(Slot, measured[0] with { Time = 0 }, motion, before: -100);
        for (var i = 0; i < measured.Length; i++)
        {
            if (i != late)
            {
                Past.Correct(ref motion, measured[i]);
                past.Add(Slot, measured[i], motion, before: -100);
            }
        }

        Assert.True(past.TryAt(Slot, measured[late].Time, out var then));
        Past.Correct(ref then, measured[late]);
        past.Replay(Slot, ref then);
        Assert.Equal(inOrder.Combined(), then.Combined());
    }

    [Fact]
    public void The_past_keeps_so_many_measurements_and_is_unknown_before_them()
    {
        var past = new Past();
        var motion = Begin();
        past.Add(Slot, Turning(1).First() with { Time = 0 }, motion, before: -100);
        foreach (var one in Turning(Past.Most + 10))
        {
            Past.Correct(ref motion, one);
            past.Add(Slot, one, motion, before: -100);
        }

        Assert.False(past.TryAt(Slot, 9 * 2.5, out _));
        Assert.True(past.TryAt(Slot, 12 * 2.5, out var then));
        Assert.Equal(12 * 2.5, then.Time);
        Assert.False(past.TryAt(Slot + 1000, 30, out _));
        past.Forget(Slot);
        Assert.False(past.TryAt(Slot, 12 * 2.5, out _));
    }

    [Fact]
    public void What_is_older_than_its_reach_goes_into_the_state()
    {
        var past = new Past();
        var motion = Begin();
        past.Add(Slot, Turning(1).First() with { Time = 0 }, motion, before: -100);
        foreach (var one in Turning(20))
        {
            Past.Correct(ref motion, one);
            past.Add(Slot, one, motion, before: one.Time - 10);
        }

        Assert.False(past.TryAt(Slot, 30, out _));
        Assert.True(past.TryAt(Slot, 42, out _));
        Assert.True(past.TrySaid(Slot, 31, out var said)); // The last that went into the state.
        Assert.InRange(said.Time, 20, 50);
    }

    private static MotionState Begin() =>
        MotionState.Of(Kinematics.At(0, 0, Spread.Round(100), 8, 0, velocityVariance: 20), time: 0);

    // East, then north: every fourth is what a transponder says.
    private static IEnumerable<Past.Event> Turning(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            var t = i * 2.5;
            yield return new Past.Event
            {
                Time = t,
                X = Math.Min(t, 15) * 8 + i % 3,
                Y = Math.Max(0, t - 15) * 8 - i % 2,
                Spread = new Spread(100, 5, 80),
                U = t < 15 ? 8 : 0,
                V = t < 15 ? 0 : 8,
                VelocityVariance = i % 4 == 0 ? 0.2 : 0,
                IsSaid = i % 4 == 0,
            };
        }
    }
}
