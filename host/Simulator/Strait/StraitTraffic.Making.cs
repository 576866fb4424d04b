using Fourfold.Codecs.Ais;
using Fourfold.Geo;
using Fourfold.Simulator.Motion;

namespace Fourfold.Simulator.Strait;

internal sealed partial class StraitTraffic
{
    private const double FishingClearanceMetres = 1_500;
    private const double AnchorClearanceMetres = 250;
    private const int MostAttempts = 200;

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
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var own = Array.ConvertAll(
                places,
                p => p.Destination(chance.Between(0, Math.Tau), chance.Between(0, jitterMetres))
            );
            var way = new Way(own, isClosed: true);
            if (way.IsClearOf(Coast.Shore))
            {
                return new Loop(
                    way,
                    chance.Between(0, way.Length),
                    speed,
                    chance.Between(0, Math.Tau),
                    NavigationStatus.UnderWayUsingEngine
                );
            }
        }

        throw new InvalidOperationException($"no way clear of land from {places[0]}");
    }

    /// <summary>A ferry's way there and back. Each has its own berths; ships going north keep east of those going south.</summary>
    private static (Way There, Way Back) Crossing(Position south, Position north, Chance chance)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var from = south.Destination(chance.Between(0, Math.Tau), chance.Between(50, 350));
            var to = north.Destination(chance.Between(0, Math.Tau), chance.Between(50, 350));
            var there = new Way([from, Beside(from, to, 500), to], isClosed: false);
            var back = new Way([to, Beside(to, from, 500), from], isClosed: false);
            if (there.IsClearOf(Coast.Shore) && back.IsClearOf(Coast.Shore))
            {
                return (there, back);
            }
        }

        throw new InvalidOperationException($"no berths in the water between {south} and {north}");
    }

    /// <summary>A place to anchor, with room to swing.</summary>
    private static Position Afloat(Position centre, double radius, Chance chance)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var place = Inside(centre, radius, chance);
            if (Coast.Shore.SignedDistance(place) > AnchorClearanceMetres)
            {
                return place;
            }
        }

        throw new InvalidOperationException($"no water at {centre}");
    }

    /// <summary>A crooked round over a fishing ground, clear of land.</summary>
    private static Way Trawl(Position centre, double radius, Chance chance)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
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
