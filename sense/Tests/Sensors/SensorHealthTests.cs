using Fourfold.Sense.Sensors;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

/// <summary>What is said of a radar's clock.</summary>
public sealed class SensorHealthTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_broken_time_among_the_plots_says_nothing_of_the_clock()
    {
        var health = new SensorHealth();
        for (var i = 0; i < 200; i++)
            health.Plot(Now, i % 10 == 3 ? -25_000 : 0.2);
        Assert.Equal(0.2, health.Status(Now, new()).LagSeconds!.Value, 0.001);
    }

    [Fact]
    public void A_clock_that_is_set_is_right_within_a_few_turns()
    {
        var health = new SensorHealth();
        Assert.Null(health.Status(Now, new()).LagSeconds);
        health.Plot(Now, -4.8);
        Assert.Equal(-4.8, health.Status(Now, new()).LagSeconds!.Value, 0.001);
        for (var i = 0; i < 100; i++)
            health.Plot(Now, -4.8);
        for (var i = 0; i < 40; i++)
            health.Plot(Now, 0.1);
        Assert.Equal(0.1, health.Status(Now, new()).LagSeconds!.Value, 0.001);
    }
}
