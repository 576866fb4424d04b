using Fourfold.Geo;
using Fourfold.Simulator.Motion;
using Fourfold.Simulator.Radars;

namespace Fourfold.Simulator.Strait;

/// <summary>
/// Qiongzhou Strait and the waters around Hainan, some 250 vessels, for the demonstration: ferries, lanes, anchorages,
/// fishing fleets, patrols; and every twenty minutes a small fast boat from the north that enters the watch zone off a
/// hidden pier and falls silent there.
/// </summary>
public static class StraitScenario
{
    /// <summary>When the first boat goes dark, some 40 s after it entered the watch zone: so early that its silence is told within the newcomer's first two minutes.</summary>
    public static TimeSpan FirstDark { get; } = TimeSpan.FromSeconds(70);

    /// <summary>Time between boats.</summary>
    public static TimeSpan Period { get; } = TimeSpan.FromMinutes(20);

    // From when on a boat is heard before it goes dark, and for how long it is followed at the pier.
    private const double HeardBefore = 900;
    private const double AtPier = 300;

    /// <summary>Makes the scenario.</summary>
    public static IScenario Make(ScenarioOptions options)
    {
        var traffic = new StraitTraffic(options.Seed);
        var vessels = traffic.All();
        if (!options.WithRadars)
        {
            return new SeaScenario("strait", options, vessels, number => Boat(options.Seed, number));
        }

        vessels.AddRange(traffic.Unseen());
        var boats = (int number) => Boat(options.Seed, number, isSeen: true);
        var targets = new RadarTargets(vessels, boats);
        var sea = new SeaScenario("strait", options, vessels, boats);
        return new RadarScenario(sea, StraitPlaces.Radars, targets, options);
    }

    /// <summary>The n-th boat, from 0: another identity, another speed, the same habit.</summary>
    /// <param name="seed">Of the scenario.</param>
    /// <param name="number">Which.</param>
    /// <param name="isSeen">Whether radars would see it appear on the open sea: then it speaks from the other shore on.</param>
    private static Vessel Boat(ulong seed, int number, bool isSeen = false)
    {
        var chance = Chance.For(seed, 10_000 + number);
        var speed = Speed.FromKnots(chance.Between(28.5, 30.5));
        var dark = FirstDark.TotalSeconds + number * Period.TotalSeconds;
        var open = new Way(
            [
                StraitPlaces.At(20.225, 110.020 + chance.Between(-0.01, 0.02)),
                StraitPlaces.At(20.120, 110.050),
                StraitPlaces.GoesDark,
            ],
            isClosed: false
        );
        var pier = StraitPlaces.HiddenPier.Position;
        var offPier = pier.Destination(pier.BearingTo(StraitPlaces.GoesDark), 60);
        var way = new Way(
            [
                open.At(0, out _),
                StraitPlaces.At(20.120, 110.050),
                StraitPlaces.GoesDark,
                StraitPlaces.GoesDark.Destination(StraitPlaces.GoesDark.BearingTo(offPier), 1_500),
                offPier,
            ],
            isClosed: false
        );
        var dash = new Dash(way, dark - DistanceTo(way, StraitPlaces.GoesDark) / speed, speed);
        return new Vessel
        {
            Mmsi = Vessel.MmsiBlock + 900_000 + number % 10_000,
            Name = $"DEMO BOAT {1 + number % 999:000}",
            Role = "smuggler",
            Radio = Radio.ClassBSelfOrganising,
            Motion = dash,
            Chance = chance,
            ShipType = 90,
            LengthMetres = 9,
            BeamMetres = 2,
            SpeaksFrom = Math.Max(1, isSeen ? dash.Departs : dark - HeardBefore),
            SpeaksUntil = dark,
            HiddenFrom = dash.Arrives,
            GoneAt = dash.Arrives + AtPier,
        };
    }

    /// <summary>How far along a way it comes nearest to a place, metres, to 5 m.</summary>
    private static double DistanceTo(Way way, Position place)
    {
        var best = (Metres: 0.0, Off: double.PositiveInfinity);
        for (var metres = 0.0; metres < way.Length; metres += 5)
        {
            var off = way.At(metres, out _).DistanceTo(place);
            best = off < best.Off ? (metres, off) : best;
        }

        return best.Metres;
    }
}
