using Fourfold.Geo;
using Fourfold.Simulator;
using Fourfold.Simulator.Strait;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

public sealed class StraitTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static IScenario Make(ulong seed = 1) => StraitScenario.Make(new ScenarioOptions(seed, Start));

    private static IEnumerable<(double At, Truth Truth)> Truths(double seconds, ulong seed = 1)
    {
        var scenario = Make(seed);
        for (var step = scenario.Next(); step.At.TotalSeconds <= seconds; step = scenario.Next())
        {
            if (step.Truth is { } truth)
            {
                yield return (step.At.TotalSeconds, truth);
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Assert.Equal(Bytes(1), Bytes(1));
        Assert.NotEqual(Bytes(1), Bytes(2));
    }

    [Fact]
    public void Some_250_vessels_are_heard_within_ten_seconds_all_plainly_synthetic()
    {
        var truths = Truths(10).ToList();
        Assert.InRange(truths.DistinctBy(t => t.Truth.Mmsi).Count(), 235, 275);
        Assert.All(truths, t => Assert.StartsWith("DEMO ", t.Truth.Name));
        Assert.All(truths, t => Assert.Contains("415", t.Truth.Mmsi.ToString("000000000")[..5]));
        Assert.Equal(truths.DistinctBy(t => t.Truth.Mmsi).Count(), truths.DistinctBy(t => t.Truth.Name).Count());
    }

    [Fact]
    public void Whatever_the_seed_nobody_begins_on_land()
    {
        for (var seed = 0ul; seed < 60; seed++)
        {
            foreach (var (_, truth) in Truths(10, seed).Where(t => t.Truth.Role != "station"))
            {
                Assert.False(Coast.Shore.IsLand(truth.Position), $"{truth.Name} with seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void Nobody_crosses_land_in_an_hour(ulong seed)
    {
        var last = new Dictionary<int, Position>();
        foreach (var (at, truth) in Truths(3_600, seed).Where(t => t.Truth.Role != "station"))
        {
            var before = last.GetValueOrDefault(truth.Mmsi, truth.Position);
            Assert.False(
                Coast.Shore.Crosses(before, truth.Position),
                $"{truth.Name} at {at} s: {before} {truth.Position}"
            );
            last[truth.Mmsi] = truth.Position;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(77)]
    public void A_small_boat_enters_the_zone_after_half_a_minute_falls_silent_in_it_and_reaches_the_pier(ulong seed)
    {
        var boats = Truths(1_900, seed).Where(t => t.Truth.Role == "smuggler").GroupBy(t => t.Truth.Mmsi).ToList();
        Assert.Equal(3, boats.Count); // the third is on its way
        foreach (var (boat, number) in boats.Take(2).Select((b, i) => (b.ToList(), i)))
        {
            var zero = number * StraitScenario.Period.TotalSeconds;
            var zone = StraitPlaces.WatchZone.Area;
            var spoken = boat.Where(t => t.Truth.IsTransmitting).ToList();
            Assert.All(spoken, t => Assert.True(Speed.ToKnots(t.Truth.Speed) > 25));
            Assert.InRange(spoken.First(t => zone.Contains(t.Truth.Position)).At - zero, 25, 45);
            Assert.InRange(spoken[^1].At - zero, 60, 70);
            Assert.True(Coast.Shore.SignedDistance(spoken[^1].Truth.Position) > 2_000);
            Assert.True(zone.Contains(spoken[^1].Truth.Position));
            var end = boat[^1].Truth;
            Assert.False(end.IsTransmitting);
            Assert.True(end.Position.DistanceTo(StraitPlaces.HiddenPier.Position) < 100);
        }
    }

    [Fact]
    public void After_six_hours_the_sea_looks_as_it_did_and_a_boat_has_come_every_twenty_minutes()
    {
        const int hours = 6;
        var places = new Dictionary<int, (Truth Truth, double At)>();
        var boats = new HashSet<int>();
        var fewest = int.MaxValue;
        var crowd = 0;
        var nextLook = 600.0;
        foreach (var (at, truth) in Truths(hours * 3_600, seed: 5))
        {
            for (; at > nextLook; nextLook += 1_800)
            {
                var now = places.Values.Where(p => p.At > nextLook - 400).Select(p => p.Truth).ToList();
                fewest = Math.Min(fewest, now.Count);
                crowd = Math.Max(crowd, LargestCrowd(now));
            }

            var before = places.GetValueOrDefault(truth.Mmsi, (truth, at)).Item1;
            var isAshore = truth.Role != "station" && Coast.Shore.Crosses(before.Position, truth.Position);
            Assert.False(isAshore, $"{truth.Name} at {at} s");
            places[truth.Mmsi] = (truth, at);
            if (truth.Role == "smuggler" && !truth.IsTransmitting)
            {
                boats.Add(truth.Mmsi);
            }
        }

        Assert.Equal(hours * 3, boats.Count);
        Assert.InRange(fewest, 245, 260);
        // Some eight at most in a lane or over a ground; a crowd would be everybody at one corner.
        Assert.InRange(crowd, 2, 12);
    }

    /// <summary>The most vessels under way, ferries at their berths apart, within 500 m of one of them.</summary>
    private static int LargestCrowd(List<Truth> now)
    {
        var moving = now.Where(t => t.Speed > 1 && t.Role != "ferry").Select(t => t.Position).ToList();
        return moving.Max(here => moving.Count(there => here.DistanceTo(there) < 500));
    }

    [Fact]
    public void Nobody_else_comes_into_the_watch_zone()
    {
        var inside = Truths(3_600)
            .Where(t => t.Truth.Role != "smuggler" && StraitPlaces.WatchZone.Area.Contains(t.Truth.Position));
        Assert.Empty(inside.Select(t => t.Truth.Name).Distinct());
    }

    [Fact]
    public void The_hidden_pier_lies_on_the_shore_of_the_map() =>
        Assert.InRange(Coast.Shore.SignedDistance(StraitPlaces.HiddenPier.Position), -60, 60);

    [Fact]
    public void The_places_can_be_taken_in_as_geojson()
    {
        using var document = System.Text.Json.JsonDocument.Parse(StraitGeoJson.Write());
        var features = document.RootElement.GetProperty("features").EnumerateArray().ToList();
        var watch = features.Single(f => f.GetProperty("properties").GetProperty("kind").GetString() == "watch");
        Assert.True(GeoJson.TryReadArea(watch, out var area, out _));
        Assert.True(area!.Contains(StraitPlaces.GoesDark));
        Assert.Contains(features, f => f.GetProperty("properties").GetProperty("kind").GetString() == "pier");
    }

    private static string Bytes(ulong seed)
    {
        var scenario = Make(seed);
        using var lines = new MemoryStream();
        for (var step = scenario.Next(); step.At.TotalSeconds <= 120; step = scenario.Next())
        {
            lines.Write(step.Lines.Span);
        }

        return System.Text.Encoding.ASCII.GetString(lines.ToArray());
    }
}
