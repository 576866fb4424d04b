using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>How many cases a place has: of the area asked for alone, and never older than was promised.</summary>
[Trait("Needs", "Store")]
public sealed class CaseCountsTests
{
    private const string Place = "469023100001";
    private const string Elsewhere = "469023101001";

    [Fact]
    public async Task Open_and_new_cases_are_counted_by_place_and_an_old_one_is_new_no_more()
    {
        await using var box = await Start();
        await box.Open(Place);
        await Ok(Transition(box.Duty, await box.Open(Place), "reject", new { reason = "filed-elsewhere" }));
        await box.Open(Elsewhere);
        Assert.Equal([(Elsewhere, 1, 1), (Place, 1, 2)], await Counts(box, "469023"));

        box.Box.Clock.Advance(CaseFigures.NewFor + TimeSpan.FromSeconds(1));
        Assert.Equal([(Elsewhere, 1, 0), (Place, 1, 0)], await Counts(box, "469023"));
    }

    [Fact]
    public async Task Who_asks_for_a_township_is_told_of_it_alone_though_its_county_was_counted()
    {
        await using var box = await Start();
        await box.Open(Place);
        await box.Open(Elsewhere);
        await box.Open("469024100001");
        Assert.Equal([(Place, 1, 1)], await Counts(box, "469023100"));
        Assert.Equal(2, (await Counts(box, "469023")).Length);
        Assert.Equal([(Place, 1, 1)], await Counts(box, "469023100"));
        Assert.Equal([(Elsewhere, 1, 1)], await Counts(box, "469023101"));
        Assert.Empty(await Counts(box, "469023102"));
    }

    [Fact]
    public async Task A_new_case_is_counted_when_the_counts_are_as_old_as_they_may_be()
    {
        await using var box = await Start();
        await box.Open(Place);
        Assert.Equal([(Place, 1, 1)], await Counts(box, "469023"));
        await box.Open(Place);
        box.Box.Clock.Advance(KnownCounts.MostAge - TimeSpan.FromSeconds(1));
        Assert.Equal([(Place, 1, 1)], await Counts(box, "469023"));
        box.Box.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([(Place, 2, 2)], await Counts(box, "469023"));
    }

    [Fact]
    public void More_counties_than_may_be_remembered_are_forgotten_and_a_clock_set_back_is_not_believed()
    {
        var (known, now) = (new KnownCounts(), new DateTimeOffset(2026, 3, 18, 0, 0, 0, TimeSpan.Zero));
        var figures = new Dictionary<string, CaseFigures>(StringComparer.Ordinal);
        for (var n = 0; n <= KnownCounts.Most; n++)
            known.Keep($"{460_000 + n}", figures, now);
        Assert.Null(known.Find("460000", now));
        Assert.NotNull(known.Find($"{460_000 + KnownCounts.Most}", now));
        Assert.Null(known.Find($"{460_000 + KnownCounts.Most}", now.AddSeconds(-1)));
    }

    private static Task<(string, int, int)[]> Counts(CoordinateBox box, string area) =>
        box.Box.Inside(async services =>
        {
            var figures = await services.GetRequiredService<ICaseFigures>().ByPath(area, CancellationToken.None);
            return figures
                .OrderByDescending(f => f.Key, StringComparer.Ordinal)
                .Select(f => (f.Key, f.Value.Open, f.Value.New))
                .ToArray();
        });
}
