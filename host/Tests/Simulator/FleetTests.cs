using Fourfold.Simulator;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

public sealed class FleetTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_fleet_sends_the_rate_it_is_asked_for_and_everybody_moves_on_the_sea()
    {
        var options = new ScenarioOptions(5, Start) { FleetVessels = 3_000, FleetRate = 300 };
        var scenario = Scenarios.Make("fleet", options)!;
        var reports = 0;
        var heard = new HashSet<int>();
        for (var step = scenario.Next(); step.At.TotalSeconds <= 20; step = scenario.Next())
        {
            if (step.Truth is { } truth)
            {
                reports++;
                heard.Add(truth.Mmsi);
                Assert.True(truth.Speed > 1 && !Coast.Shore.IsLand(truth.Position));
            }
        }

        Assert.InRange(reports, 5_900, 6_100);
        Assert.Equal(3_000, heard.Count);
        Assert.Equal(3_000, scenario.Vessels);
    }

    [Fact]
    public void Unknown_scenarios_and_impossible_numbers_are_refused()
    {
        Assert.Null(Scenarios.Make("moon", new ScenarioOptions(1, Start)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Scenarios.Make("fleet", new ScenarioOptions(1, Start) { FleetVessels = 0 })
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Scenarios.Make("fleet", new ScenarioOptions(1, Start) { FleetRate = 0 })
        );
    }
}
