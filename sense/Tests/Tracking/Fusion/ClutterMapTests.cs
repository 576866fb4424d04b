using Fourfold.Geo;
using Fourfold.Tracking.Fusion;
using Xunit;

namespace Fourfold.Sense.Tests.Tracking.Fusion;

public sealed class ClutterMapTests
{
    private static readonly RadarSensor Sensor = new()
    {
        Position = Position.FromDegrees(latitude: 20, longitude: 110),
        RangeDeviation = 10,
        AzimuthDeviation = 0.003,
        Period = 2.5,
        DetectionProbability = 0.9,
        MinimumRange = 200,
        MaximumRange = 40_000,
        ClutterFar = 2e-9,
    };

    [Fact]
    public void One_false_plot_is_chance_and_a_few_are_clutter()
    {
        var map = new ClutterMap(Sensor);
        var (chance, patch) = (new LocalPoint(5_000, 5_000), new LocalPoint(-8_000, 2_000));
        map.Add(chance, turn: 1, plots: 1);
        for (var turn = 1; turn <= 40; turn += 5)
            map.Add(patch, turn, plots: 1);

        var worst = Assert.Single(map.Worst(turn: 40, most: 10));
        Assert.InRange(worst.Place.East, -8_150, -7_850);
        Assert.InRange(worst.Place.North, 1_850, 2_150);
        // Eight plots in forty turns of 0.09 km² are 2.2 a km² and turn.
        Assert.InRange(worst.Rate * 1e6, 1.5, 2.9);
    }

    [Fact]
    public void What_is_long_gone_is_forgotten()
    {
        var map = new ClutterMap(Sensor);
        for (var turn = 1; turn <= 10; turn++)
            map.Add(new LocalPoint(5_000, 5_000), turn, plots: 1);
        Assert.Single(map.Worst(turn: 10, most: 10));
        Assert.Empty(map.Worst(turn: 200, most: 10));
        Assert.Equal(0.002, map.Rate(5_000, 5_000, 7_071, turn: 400) * 1e6, 2);
    }
}
