using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator.Strait;

/// <summary>Those for whom radars are made.</summary>
internal sealed partial class StraitTraffic
{
    // Chances of their own, so that nobody else's change.
    private const int UnseenChance = 20_000;
    private const int UnseenMmsi = 80_000;

    private const double EventsEvery = 3_600;
    private const double GhostFrom = 150;
    private const double OffsetFrom = 240;
    private const double OffsetLasts = 300;
    private const double SwapFrom = 300;

    /// <summary>How far the false position lies from the ship: 750 m.</summary>
    private static readonly LocalPoint Shift = new(650, 375);

    private static readonly (Position From, Position To)[] Crossings =
    [
        (StraitPlaces.At(20.222, 110.076), StraitPlaces.At(20.128, 110.090)),
        (StraitPlaces.At(20.210, 110.176), StraitPlaces.At(20.122, 110.168)),
        (StraitPlaces.At(20.202, 110.054), StraitPlaces.At(20.130, 110.066)),
    ];

    /// <summary>
    /// Wooden boats without radio, two fishing boats that exchange their numbers, a ship that says it is elsewhere, and a
    /// voice without a ship. They keep apart from all others but in the lanes.
    /// </summary>
    public List<Vessel> Unseen()
    {
        var unseen = new List<Vessel>();
        foreach (var (from, to) in Crossings)
        {
            unseen.Add(Wooden(from, to, unseen.Count));
        }

        var one = Fishing(StraitPlaces.At(20.100, 110.184), unseen.Count);
        unseen.Add(one);
        var two = Fishing(StraitPlaces.At(20.109, 110.192), unseen.Count);
        unseen.Add(two);
        var swap = new Deceit(TruthEvents.IsSwapped, SwapFrom, EventsEvery, 2 * EventsEvery);
        one.Deceit = swap with { As = (two.Mmsi, two.Name) };
        two.Deceit = swap with { As = (one.Mmsi, one.Name) };
        unseen.Add(
            Coaster("DEMO COASTER 91", "cargo", StraitPlaces.At(20.192, 110.198), 6, unseen.Count, isThere: true)
        );
        unseen[^1].Deceit = new Deceit(TruthEvents.IsOff, OffsetFrom, OffsetLasts, EventsEvery) { Shift = Shift };
        unseen.Add(
            Coaster("DEMO COASTER 92", "ghost", StraitPlaces.At(20.193, 110.152), 5, unseen.Count, isThere: false)
        );
        return unseen;
    }

    private Vessel Wooden(Position from, Position to, int number)
    {
        var chance = Chance.For(seed, UnseenChance + number);
        var speed = Speed.FromKnots(chance.Between(6, 8));
        var there = new Way([from, Beside(from, to, 250), to], isClosed: false);
        var back = new Way([to, Beside(to, from, 250), from], isClosed: false);
        return new Vessel
        {
            Mmsi = 0,
            Name = $"DEMO WOODEN {number + 1}",
            Role = "wooden",
            Radio = Radio.None,
            Motion = new Shuttle(there, back, speed, berth: 600, chance.Between(0.05, 0.3)),
            Chance = chance,
            LengthMetres = 12,
            BeamMetres = 3,
            IsWooden = true,
        };
    }

    private Vessel Fishing(Position middle, int number)
    {
        var chance = Chance.For(seed, UnseenChance + number);
        return new Vessel
        {
            Mmsi = Vessel.MmsiBlock + UnseenMmsi + number,
            Name = $"DEMO HAIKOU {90 + number}",
            Role = "fishing",
            Radio = Radio.ClassBCarrierSense,
            Motion = Around(middle, 350, Speed.FromKnots(chance.Between(3, 4)), NavigationStatus.Fishing, chance),
            Chance = chance,
            ShipType = 30,
            LengthMetres = 18,
            BeamMetres = 5,
        };
    }

    private Vessel Coaster(string name, string role, Position middle, double knots, int number, bool isThere)
    {
        var chance = Chance.For(seed, UnseenChance + number);
        var status = NavigationStatus.UnderWayUsingEngine;
        return new Vessel
        {
            Mmsi = Vessel.MmsiBlock + UnseenMmsi + number,
            Name = name,
            Role = role,
            Radio = Radio.ClassA,
            Motion = Around(middle, 700, Speed.FromKnots(knots), status, chance),
            Chance = chance,
            ShipType = 70,
            LengthMetres = 70,
            BeamMetres = 11,
            DraughtMetres = 4,
            Destination = "HAIKOU",
            IsThere = isThere,
            SpeaksFrom = isThere ? 0 : GhostFrom,
        };
    }

    private static Loop Around(Position middle, double metres, double speed, NavigationStatus status, Chance chance)
    {
        var places = new Position[8];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = middle.Destination(i * Math.Tau / places.Length, metres);
        }

        var way = new Way(places, isClosed: true);
        return new Loop(way, chance.Between(0, way.Length), speed, chance.Between(0, Math.Tau), status);
    }
}
