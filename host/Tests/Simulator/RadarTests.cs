using Fourfold.Geo;
using Fourfold.Simulator;
using Fourfold.Simulator.Motion;
using Fourfold.Simulator.Radars;
using Fourfold.Simulator.Strait;
using Fourfold.Tracking;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

/// <summary>One radar and a few vessels: what it sees and what it does not.</summary>
public sealed class RadarTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RadarSite Site = StraitPlaces.Radars[0] with
    {
        ClutterFarPerSquareKilometre = 0,
        ClutterNearPerSquareKilometre = 0,
    };

    [Fact]
    public void A_ship_is_seen_nearly_every_turn_a_boat_less_and_less_with_range_and_wood_least()
    {
        double[] At(int length, bool wooden) =>
            [.. new[] { 10_000, 15_000, 20_000 }.Select(m => Detection(length, wooden, m))];
        var (ferry, boat, wood) = (At(150, false), At(12, false), At(12, true));
        Assert.All(ferry, p => Assert.Equal(EchoStrength.MostDetection, p));
        Assert.True(boat[0] > boat[1] && boat[1] > boat[2] && boat[2] > 0.5);
        Assert.True(wood[1] < boat[1] && wood[2] < boat[2] && wood[2] is > 0.4 and < 0.7);
        Assert.InRange(Detection(12, false, 15_000), 0.89, 0.91);
    }

    [Fact]
    public void Behind_the_horizon_a_small_boat_is_hidden_before_a_ship_is()
    {
        // An antenna of 45 m sees water to 27.7 km: 4.12 km times the root of its height.
        Assert.Equal(1, EchoStrength.Visible(3, 27_600, 45));
        Assert.InRange(EchoStrength.Visible(3, 32_000, 45), 0.5, 0.8);
        Assert.Equal(0, EchoStrength.Visible(3, 36_000, 45));
        Assert.InRange(EchoStrength.Visible(20, 36_000, 45), 0.7, 0.9);
    }

    [Fact]
    public void The_strait_is_in_sight_from_pier_to_pier_and_what_lies_behind_a_cape_is_not()
    {
        var haikou = Sight(Site.Position);
        var haian = Sight(StraitPlaces.Radars[1].Position);
        foreach (var port in StraitPlaces.Ports)
        {
            var isSeen = Sees(haikou, Site.Position, port.Position, 25_000);
            Assert.True(isSeen || Sees(haian, StraitPlaces.Radars[1].Position, port.Position, 25_000), port.Key);
        }

        var offPier = StraitPlaces.HiddenPier.Position.Destination(Angle.FromDegrees(20), 100);
        Assert.True(Sees(haikou, Site.Position, offPier, 25_000));
        // The water south-east of the cape at 20.08 N 110.38 E, and inland.
        Assert.False(Sees(haikou, Site.Position, StraitPlaces.At(20.060, 110.450), 40_000));
        Assert.False(Sees(haikou, Site.Position, StraitPlaces.At(20.000, 110.250), 40_000));
    }

    [Fact]
    public void All_radars_stand_ashore_at_the_edge_of_the_water()
    {
        Assert.All(StraitPlaces.Radars, r => Assert.InRange(Coast.Shore.SignedDistance(r.Position), -500, 0));
        Assert.Equal(
            StraitPlaces.Radars.Count,
            StraitPlaces.Radars.DistinctBy(r => (r.AreaCode, r.SystemCode)).Count()
        );
        Assert.All(StraitPlaces.Radars, r => Assert.Contains("演示", r.NameZh));
        Assert.All(StraitPlaces.Radars, r => Assert.Contains("demonstration", r.NameEn));
    }

    [Fact]
    public void A_plot_lies_where_the_ship_is_but_for_the_radars_errors()
    {
        var there = Site.Position.Destination(Angle.FromDegrees(330), 8_000);
        var radar = Radar(out var wrong, Ship(there));
        var plots = Play(radar, 200);
        Assert.InRange(plots.Count, 180, 200);
        var range = plots.Average(p => p.RangeMetres!.Value) - 8_000 - wrong.RangeMetres;
        var azimuth = plots.Average(p => Angle.ToDegrees(p.Azimuth!.Value - wrong.Azimuth)) - 330;
        // Means of 190 plots, with steps of 7.2 m: 0.8 m and 0.015°.
        Assert.InRange(range, -4, 4);
        Assert.InRange(azimuth, -0.06, 0.06);
        Assert.InRange(Deviation(plots.Select(p => p.RangeMetres!.Value)), 8, 13);
        Assert.InRange(Deviation(plots.Select(p => Angle.ToDegrees(p.Azimuth!.Value))), 0.16, 0.24);
    }

    [Theory]
    [InlineData(15, 0, 1)] // within a range cell
    [InlineData(150, 0, 2)]
    [InlineData(0, 60, 1)] // 0.43° of 0.7°
    [InlineData(0, 400, 2)]
    public void Two_in_one_resolution_cell_are_one_plot(double behind, double beside, int plots)
    {
        var north = Angle.FromDegrees(330);
        var one = Site.Position.Destination(north, 8_000);
        var other = one.Destination(north, behind).Destination(north + Math.PI / 2, beside);
        var radar = Radar(out _, Ship(one), Ship(other));
        var seen = Play(radar, 200).Count / 200.0;
        Assert.InRange(seen, plots - 0.35, plots + 0.35);
    }

    [Fact]
    public void False_plots_grow_with_the_sea_and_lie_near_the_antenna()
    {
        Assert.Equal((4, 2), (SeaClutter.SeaState(1_800), SeaClutter.SeaState(5_400)));
        var (rough, calm) = (Clutter(1_800), Clutter(5_400));
        Assert.True(rough.Count > 1.5 * calm.Count, $"{rough.Count} and {calm.Count} in 400 turns");
        var near = rough.Count(p => p.Range < 8_000);
        // Eight of 25 km are a tenth of the area.
        Assert.True(near > 0.4 * rough.Count, $"{near} of {rough.Count}");
        Assert.All(rough, p => Assert.InRange(p.Range, Site.MinimumRangeMetres, Site.MaximumRangeMetres));
        Assert.All(rough, p => Assert.False(Coast.Shore.SignedDistance(PlaceOf(p.Azimuth, p.Range)) < -100));
    }

    [Fact]
    public void A_patch_of_false_plots_stays_in_its_place_for_minutes()
    {
        var clutter = new SeaClutter(Site, Sight(Site.Position), 3, 0);
        var places = new List<Position>();
        for (var at = 310.0; at < 440; at += Site.PeriodSeconds)
        {
            var plots = new List<(double Azimuth, double Range, double Ratio)>();
            clutter.Add(at, plots);
            places.AddRange(plots.Select(p => PlaceOf(p.Azimuth, p.Range)));
        }

        // Nothing but patches: all lie about two places at most.
        Assert.True(places.Count > 10, $"{places.Count}");
        var first = places[0];
        var second = places.Find(p => p.DistanceTo(first) > 1_000);
        Assert.All(places, p => Assert.True(p.DistanceTo(first) < 1_000 || p.DistanceTo(second) < 1_000));
    }

    private static double Detection(int length, bool wooden, double metres)
    {
        var vessel = new Vessel
        {
            Mmsi = 1,
            Name = "",
            Role = "",
            Radio = Radio.None,
            Motion = new Fixed(Site.Position),
            Chance = new Chance(1),
            LengthMetres = length,
            IsWooden = wooden,
        };
        return EchoStrength.Detection(EchoStrength.Ratio(vessel, metres, 45));
    }

    private static LandShadow Sight(Position from) => new(Coast.Shore.Land, new LocalFrame(from), 40_000);

    private static bool Sees(LandShadow sight, Position from, Position to, double reach)
    {
        var place = new LocalFrame(from).ToLocal(to);
        return place.Length < reach && sight.Sees(place.Bearing, place.Length);
    }

    private static Position PlaceOf(double azimuth, double range) => Site.Position.Destination(azimuth, range);

    private static List<(double Azimuth, double Range, double Ratio)> Clutter(double at)
    {
        var clutter = new SeaClutter(StraitPlaces.Radars[0], Sight(Site.Position), 3, 0);
        var plots = new List<(double Azimuth, double Range, double Ratio)>();
        for (var turn = 0; turn < 400; turn++)
        {
            clutter.Add(at, plots);
        }

        return plots;
    }

    private static Vessel Ship(Position at) =>
        new()
        {
            Mmsi = 1,
            Name = "",
            Role = "",
            Radio = Radio.ClassA,
            Motion = new Fixed(at),
            Chance = new Chance(1),
            LengthMetres = 100,
        };

    private static ShoreRadar Radar(out Misalignment wrong, params Vessel[] vessels)
    {
        var radar = new ShoreRadar(Site, new RadarTargets(vessels, null), new ScenarioOptions(5, Start), 0);
        wrong = radar.Misalignment;
        return radar;
    }

    /// <summary>Plots of some turns within 700 m of 8 km north-north-west.</summary>
    private static List<Observation> Play(ShoreRadar radar, int turns)
    {
        var ear = new PlotEar(Start);
        var datagrams = new Queue<byte[]>();
        var plots = new List<Observation>();
        while (radar.Due < turns * Site.PeriodSeconds)
        {
            var at = Start.AddSeconds(radar.Due);
            radar.Send(datagrams);
            while (datagrams.TryDequeue(out var datagram))
            {
                plots.AddRange(ear.Read(datagram, at));
            }
        }

        Assert.Equal(0, ear.Dropped);
        return
        [
            .. plots.Where(p =>
                Math.Abs(p.RangeMetres!.Value - 8_100) < 300 && Math.Abs(Angle.ToDegrees(p.Azimuth!.Value) - 330) < 5
            ),
        ];
    }

    private static double Deviation(IEnumerable<double> values)
    {
        var all = values.ToList();
        var mean = all.Average();
        return Math.Sqrt(all.Average(v => (v - mean) * (v - mean)));
    }
}
