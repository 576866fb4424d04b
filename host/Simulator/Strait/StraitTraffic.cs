using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator.Strait;

/// <summary>Everybody who is in the strait from the beginning.</summary>
internal sealed partial class StraitTraffic(ulong seed)
{
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
            var (there, back) = Crossing(ports[south], ports[north], chance);
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
                var place = Afloat(centre, radius, chance);
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
}
