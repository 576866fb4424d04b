using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator.Strait;

/// <summary>Everybody who is in the strait from the beginning.</summary>
internal sealed class StraitTraffic(ulong seed)
{
    private const double FishingClearanceMetres = 1_500;

    // East through the strait on the southern side and back on the northern: keep to starboard.
    private static readonly Position[] Lane =
    [
        StraitPlaces.At(20.060, 109.250),
        StraitPlaces.At(20.120, 109.700),
        StraitPlaces.At(20.136, 110.000),
        StraitPlaces.At(20.142, 110.300),
        StraitPlaces.At(20.190, 110.650),
        StraitPlaces.At(20.180, 111.200),
        StraitPlaces.At(20.260, 111.250),
        StraitPlaces.At(20.240, 110.650),
        StraitPlaces.At(20.172, 110.300),
        StraitPlaces.At(20.170, 110.000),
        StraitPlaces.At(20.155, 109.700),
        StraitPlaces.At(20.100, 109.250),
    ];

    private static readonly Position[] AroundTheIsland =
    [
        StraitPlaces.At(20.215, 110.300),
        StraitPlaces.At(20.240, 110.620),
        StraitPlaces.At(20.120, 111.080),
        StraitPlaces.At(19.700, 111.260),
        StraitPlaces.At(19.200, 110.900),
        StraitPlaces.At(18.700, 110.700),
        StraitPlaces.At(18.250, 110.200),
        StraitPlaces.At(17.980, 109.650),
        StraitPlaces.At(18.050, 109.000),
        StraitPlaces.At(18.400, 108.450),
        StraitPlaces.At(18.950, 108.350),
        StraitPlaces.At(19.450, 108.550),
        StraitPlaces.At(19.950, 108.900),
        StraitPlaces.At(20.180, 109.400),
        StraitPlaces.At(20.190, 109.800),
    ];

    private static readonly (string Name, Position Centre, double RadiusMetres, int Boats)[] Grounds =
    [
        ("HAIKOU", StraitPlaces.At(20.080, 110.030), 2_000, 12),
        ("CHENGMAI", StraitPlaces.At(20.085, 110.110), 1_800, 12),
        ("LINGAO", StraitPlaces.At(20.070, 109.600), 5_000, 16),
        ("DANZHOU", StraitPlaces.At(19.980, 109.050), 6_000, 12),
        ("WENCHANG", StraitPlaces.At(19.850, 111.200), 6_000, 12),
        ("QIONGHAI", StraitPlaces.At(19.150, 110.720), 5_000, 10),
        ("SANYA", StraitPlaces.At(18.100, 109.700), 6_000, 12),
        ("DONGFANG", StraitPlaces.At(19.250, 108.450), 5_000, 10),
    ];

    private static readonly (Position Centre, double RadiusMetres, int Ships, string Destination)[] Anchorages =
    [
        (StraitPlaces.At(20.095, 110.340), 3_500, 14, "HAIKOU"),
        (StraitPlaces.At(19.800, 109.030), 4_000, 9, "YANGPU"),
        (StraitPlaces.At(18.150, 109.440), 3_000, 6, "SANYA"),
        (StraitPlaces.At(19.120, 108.540), 3_000, 6, "BASUO"),
        (StraitPlaces.At(20.222, 110.300), 1_200, 4, "HAIAN"),
    ];

    private readonly List<Vessel> all = [];

    public List<Vessel> All()
    {
        Ferries();
        LaneShips();
        Coasters();
        Fishing();
        Anchored();
        Patrols();
        Yachts();
        Stations();
        return all;
    }

    private Chance NextChance() => Chance.For(seed, all.Count);

    private int NextMmsi(int kind) => Vessel.MmsiBlock + kind * 10_000 + all.Count;

    private void Ferries()
    {
        var ports = StraitPlaces.Ports.ToDictionary(p => p.Key, p => p.Position);
        (string South, string North, string Destination)[] lines =
        [
            ("xiuying", "haian", "HAIAN"),
            ("xinhai", "xuwen", "XUWEN"),
        ];
        for (var i = 0; i < 18; i++)
        {
            var chance = NextChance();
            var (south, north, destination) = lines[i % 2];
            // Each has its own berth, and ships going north keep east of those going south.
            var from = ports[south].Destination(chance.Between(0, Math.Tau), chance.Between(50, 350));
            var to = ports[north].Destination(chance.Between(0, Math.Tau), chance.Between(50, 350));
            var there = new Way([from, Beside(from, to, 500), to], isClosed: false);
            var back = new Way([to, Beside(to, from, 500), from], isClosed: false);
            Add(
                $"DEMO FERRY {i + 1:00}",
                "ferry",
                new Shuttle(
                    there,
                    back,
                    Speed.FromKnots(chance.Between(13, 16)),
                    chance.Between(1_500, 2_400),
                    i / 18.0
                ),
                chance,
                NextMmsi(1),
                shipType: 60,
                length: 125 + chance.Below(60),
                destination: destination
            );
        }
    }

    private void LaneShips()
    {
        string[] destinations = ["HAIKOU", "YANGPU", "QINZHOU", "BEIHAI", "GUANGZHOU", "ZHANJIANG", "HAI PHONG"];
        for (var i = 0; i < 40; i++)
        {
            var chance = NextChance();
            var isTanker = i % 4 == 3;
            var motion = OnLoop(Lane, chance, jitterMetres: 350, Speed.FromKnots(chance.Between(9, 16)));
            Add(
                isTanker ? $"DEMO TANKER {i + 1:00}" : $"DEMO CARGO {i + 1:00}",
                isTanker ? "tanker" : "cargo",
                motion,
                chance,
                NextMmsi(2),
                shipType: isTanker ? 80 : 70 + chance.Below(2) * 9,
                length: 90 + chance.Below(150),
                destination: destinations[chance.Below(destinations.Length)]
            );
        }
    }

    private void Coasters()
    {
        for (var i = 0; i < 24; i++)
        {
            var chance = NextChance();
            var speed = Speed.FromKnots(chance.Between(8, 14)) * (i % 2 == 0 ? 1 : -1);
            var motion = OnLoop(AroundTheIsland, chance, jitterMetres: 1_500, speed);
            Add(
                $"DEMO COASTER {i + 1:00}",
                "cargo",
                motion,
                chance,
                NextMmsi(3),
                70,
                60 + chance.Below(50),
                "DONGFANG"
            );
        }
    }

    private void Fishing()
    {
        foreach (var (name, centre, radius, boats) in Grounds)
        {
            for (var i = 0; i < boats; i++)
            {
                var chance = NextChance();
                var way = Trawl(centre, radius, chance);
                var motion = new Loop(
                    way,
                    chance.Between(0, way.Length),
                    Speed.FromKnots(chance.Between(2.6, 4.4)),
                    chance.Between(0, Math.Tau),
                    NavigationStatus.Fishing
                );
                all.Add(
                    Small(
                        $"DEMO {name} {i + 1:00}",
                        "fishing",
                        motion,
                        chance,
                        NextMmsi(4),
                        Radio.ClassBCarrierSense,
                        30
                    )
                );
            }
        }
    }

    private void Anchored()
    {
        var number = 0;
        foreach (var (centre, radius, ships, destination) in Anchorages)
        {
            for (var i = 0; i < ships; i++)
            {
                var chance = NextChance();
                var place = Inside(centre, radius, chance);
                var motion = new AtAnchor(place, chance.Between(60, 180), chance.Between(0, Math.Tau));
                var isTanker = i % 5 == 4;
                Add(
                    $"DEMO ANCHORED {++number:00}",
                    "anchored",
                    motion,
                    chance,
                    NextMmsi(5),
                    isTanker ? 80 : 70,
                    110 + chance.Below(120),
                    destination
                );
            }
        }
    }

    private void Patrols()
    {
        for (var i = 0; i < 7; i++)
        {
            var chance = NextChance();
            var speed = Speed.FromKnots(chance.Between(9, 17)) * (i % 2 == 0 ? 1 : -1);
            var way = i < 4 ? Lane : AroundTheIsland;
            Add(
                $"DEMO PATROL {i + 1:00}",
                "patrol",
                OnLoop(way, chance, jitterMetres: 400, speed),
                chance,
                NextMmsi(6),
                shipType: 55,
                length: 40 + chance.Below(40),
                destination: "PATROL"
            );
        }
    }

    private void Yachts()
    {
        for (var i = 0; i < 14; i++)
        {
            var chance = NextChance();
            var centre = i < 10 ? StraitPlaces.At(18.120, 109.590) : StraitPlaces.At(20.100, 110.240);
            var way = Trawl(centre, 1_800, chance);
            var motion = new Loop(
                way,
                chance.Between(0, way.Length),
                Speed.FromKnots(chance.Between(4, 12)),
                0,
                default
            );
            all.Add(
                Small($"DEMO YACHT {i + 1:00}", "yacht", motion, chance, NextMmsi(7), Radio.ClassBSelfOrganising, 37)
            );
        }
    }

    private void Stations()
    {
        (string Name, Position At)[] stations =
        [
            ("DEMO BASE HAIKOU", StraitPlaces.At(20.015, 110.310)),
            ("DEMO BASE XUWEN", StraitPlaces.At(20.330, 110.170)),
            ("DEMO BASE SANYA", StraitPlaces.At(18.300, 109.500)),
        ];
        for (var i = 0; i < stations.Length; i++)
        {
            all.Add(Fixture(stations[i].Name, stations[i].At, Radio.BaseStation, mmsi: 4_150_001 + i, type: 0));
        }

        for (var i = 0; i < 8; i++)
        {
            var place = StraitPlaces.At(20.154 + (i % 2) * 0.003, 109.85 + i * 0.09);
            // Aids to navigation begin with 99, then the state's digits; 14 is a port-hand, 15 a starboard-hand buoy.
            all.Add(Fixture($"DEMO BUOY {i + 1}", place, Radio.AidToNavigation, 994_150_001 + i, type: 24 + i % 2));
        }
    }

    private Vessel Fixture(string name, Position place, Radio radio, int mmsi, int type) =>
        new()
        {
            Mmsi = mmsi,
            Name = name,
            Role = "station",
            Radio = radio,
            Motion = new Fixed(place),
            Chance = NextChance(),
            ShipType = type,
        };

    private void Add(
        string name,
        string role,
        IMotion motion,
        Chance chance,
        int mmsi,
        int shipType,
        int length,
        string destination
    ) =>
        all.Add(
            new Vessel
            {
                Mmsi = mmsi,
                Name = name,
                Role = role,
                Radio = Radio.ClassA,
                Motion = motion,
                Chance = chance,
                ShipType = shipType,
                LengthMetres = length,
                BeamMetres = length / 7,
                DraughtMetres = 2 + length / 25.0,
                Destination = destination,
                Imo = WrongImo(9_000_000 + all.Count * 10),
            }
        );

    private static Vessel Small(
        string name,
        string role,
        IMotion motion,
        Chance chance,
        int mmsi,
        Radio radio,
        int shipType
    ) =>
        new()
        {
            Mmsi = mmsi,
            Name = name,
            Role = role,
            Radio = radio,
            Motion = motion,
            Chance = chance,
            ShipType = shipType,
            LengthMetres = 12 + chance.Below(20),
            BeamMetres = 4 + chance.Below(3),
        };

    /// <summary>A number whose check digit is wrong, so that it is no ship's.</summary>
    private static int WrongImo(int number)
    {
        var sum = 0;
        for (var (rest, weight) = (number / 10, 2); weight <= 7; weight++, rest /= 10)
        {
            sum += rest % 10 * weight;
        }

        return number / 10 * 10 + (sum + 5) % 10;
    }

    private static Loop OnLoop(Position[] places, Chance chance, double jitterMetres, double speed)
    {
        var own = Array.ConvertAll(
            places,
            p => p.Destination(chance.Between(0, Math.Tau), chance.Between(0, jitterMetres))
        );
        var way = new Way(own, isClosed: true);
        return new Loop(
            way,
            chance.Between(0, way.Length),
            speed,
            chance.Between(0, Math.Tau),
            NavigationStatus.UnderWayUsingEngine
        );
    }

    /// <summary>A crooked round over a fishing ground, clear of land.</summary>
    private static Way Trawl(Position centre, double radius, Chance chance)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var middle = Inside(centre, radius, chance);
            var size = chance.Between(600, 1_500);
            var places = new Position[6];
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = middle.Destination(i * Math.Tau / places.Length, size * chance.Between(0.5, 1));
            }

            var way = new Way(places, isClosed: true);
            if (Coast.Shore.SignedDistance(middle) > FishingClearanceMetres + size && way.IsClearOf(Coast.Shore))
            {
                return way;
            }
        }

        throw new InvalidOperationException($"no water at {centre}");
    }

    private static Position Inside(Position centre, double radius, Chance chance) =>
        centre.Destination(chance.Between(0, Math.Tau), radius * Math.Sqrt(chance.Unit()));

    /// <summary>The middle between two places, moved to the right of the way from one to the other.</summary>
    private static Position Beside(Position from, Position to, double metres)
    {
        var course = from.BearingTo(to);
        return from.Destination(course, from.DistanceTo(to) / 2).Destination(course + Math.PI / 2, metres);
    }
}
