using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator.Fleet;

/// <summary>
/// Any number of moving ships around Hainan that together send a given number of position reports a second, for
/// measurements. Each goes round a triangle of some kilometres, clear of land.
/// </summary>
public static class FleetScenario
{
    /// <summary>Ships at most.</summary>
    public const int MaximumVessels = 200_000;

    /// <summary>Reports a second at most.</summary>
    public const double MaximumRate = 100_000;

    private static readonly BoundingBox Waters = BoundingBox.FromDegrees(
        south: 17.5,
        west: 107.8,
        north: 21.2,
        east: 112
    );

    /// <summary>Makes the scenario.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Vessels or rate out of range.</exception>
    public static IScenario Make(ScenarioOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FleetVessels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.FleetVessels, MaximumVessels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.FleetRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.FleetRate, MaximumRate);
        var vessels = new List<Vessel>(options.FleetVessels);
        for (var i = 0; i < options.FleetVessels; i++)
        {
            vessels.Add(Ship(options, i));
        }

        return new SeaScenario("fleet", options, vessels);
    }

    private static Vessel Ship(ScenarioOptions options, int number)
    {
        var chance = Chance.For(options.Seed, number);
        var isClassA = number % 3 != 0;
        var way = Round(chance);
        int[] types = [70, 80, 60, 30, 30, 55, 37];
        var length = isClassA ? 60 + chance.Below(200) : 8 + chance.Below(20);
        return new Vessel
        {
            Mmsi = Vessel.MmsiBlock + 100_000 + number,
            Name = $"DEMO FLEET {number:000000}",
            Role = "fleet",
            Radio = isClassA ? Radio.ClassA : Radio.ClassBSelfOrganising,
            Motion = new Loop(
                way,
                chance.Between(0, way.Length),
                Speed.FromKnots(chance.Between(4, 20)),
                chance.Between(0, Math.Tau),
                NavigationStatus.UnderWayUsingEngine
            ),
            Chance = chance,
            ShipType = types[chance.Below(types.Length)],
            LengthMetres = length,
            BeamMetres = Math.Max(2, length / 7),
            Destination = "DEMO",
            Interval = options.FleetVessels / options.FleetRate,
        };
    }

    private static Way Round(Chance chance)
    {
        while (true)
        {
            var middle = new Position(
                chance.Between(Waters.South, Waters.North),
                chance.Between(Waters.West, Waters.East)
            );
            var turn = chance.Between(0, Math.Tau);
            var size = chance.Between(2_000, 8_000);
            var way = new Way(
                [
                    middle.Destination(turn, size),
                    middle.Destination(turn + Math.Tau / 3, size),
                    middle.Destination(turn + 2 * Math.Tau / 3, size),
                ],
                isClosed: true
            );
            if (!Coast.Shore.IsLand(middle) && way.IsClearOf(Coast.Shore))
            {
                return way;
            }
        }
    }
}
