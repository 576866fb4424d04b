using System.Net;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Cases;

[Trait("Needs", "Store")]
public sealed class CaseListTests
{
    [Theory]
    [InlineData("46", "order=deadline")]
    [InlineData("46", "order=newest")]
    [InlineData("469023100", "order=deadline")]
    [InlineData("469023100", "scope=all")]
    public async Task Pages_neither_skip_nor_repeat_though_many_share_one_instant(string area, string query)
    {
        await using var box = await Start();
        var opened = new List<Guid>();
        for (var n = 0; n < 7; n++)
        {
            opened.Add(Id(await box.Open("469023100001", level: 1 + (n % 2))));
            if (n % 3 == 2)
                box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var clerk = box.Box.As(new TestActor(Roles.CentreClerk, area, Purposes.CaseWork));
        var (seen, numbers, cursor) = (new List<Guid>(), new List<string>(), "");
        do
        {
            var page = await Ok(clerk.GetAsync($"/api/v1/cases?limit=2&{query}&cursor={cursor}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            numbers.AddRange(page.GetProperty("items").EnumerateArray().Select(Key));
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        Assert.Equal(opened.Order(), seen.Order());
        var sorted = numbers.Order(StringComparer.Ordinal);
        Assert.Equal(query.Contains("deadline") ? sorted : sorted.Reverse(), numbers);

        string Key(JsonElement of) =>
            of.GetProperty(query.Contains("deadline") ? "deadlineAt" : "openedAt").GetDateTimeOffset().ToString("O")
            + of.GetProperty("number").GetString();
    }

    [Fact]
    public async Task A_list_is_of_open_ended_or_all_cases_and_of_one_state()
    {
        await using var box = await Start();
        var open = await box.Open();
        var ended = await Ok(Transition(box.Duty, await box.Open(), "reject", new { reason = "filed-elsewhere" }));
        Assert.Equal([Id(open)], await Ids(box, "scope=open"));
        Assert.Equal([Id(ended)], await Ids(box, "scope=closed"));
        Assert.Equal([Id(ended), Id(open)], await Ids(box, "scope=all"));
        Assert.Equal([Id(ended)], await Ids(box, "scope=all&state=rejected"));
        Assert.Empty(await Ids(box, "state=verified"));
    }

    [Theory]
    [InlineData("scope=some", "cases.scope-unknown")]
    [InlineData("order=alphabet", "cases.order-unknown")]
    [InlineData("scope=all&order=deadline", "cases.deadline-order-only-for-open")]
    [InlineData("state=IN_PROGRESS", "cases.state-unknown")]
    [InlineData("limit=201", "request.limit-range")]
    [InlineData("cursor=rubbish!", "request.cursor-malformed")]
    [InlineData("cursor=YWJj", "request.cursor-malformed")]
    public async Task A_question_that_makes_no_sense_is_told_so(string query, string code)
    {
        await using var box = await Start();
        await Refused(HttpStatusCode.UnprocessableEntity, code, box.Duty.GetAsync($"/api/v1/cases?{query}"));
    }

    [Fact]
    public async Task A_wide_scope_keeps_the_planner_off_the_areas_index()
    {
        await using var box = await Start();
        var sql = await box.Box.Inside(services =>
            Task.FromResult(
                CaseList
                    .Walking(services.GetRequiredService<CoordinateDb>().Cases, AreaScope.Below("4690"))
                    .ToQueryString()
            )
        );
        Assert.Matches(@"area_path""? \|\| ''", sql);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(false, null)]
    [InlineData(null, CaseState.Rejected)]
    [InlineData(null, CaseState.Reported)]
    public async Task A_small_area_and_a_large_one_are_read_in_the_same_order(bool? open, object? state)
    {
        await using var box = await Start();
        for (var n = 0; n < 9; n++)
        {
            var opened = await box.Open(n % 4 == 0 ? "460400101" : $"46902310000{n % 3}");
            if (n % 2 == 0)
                await Ok(Transition(box.Duty, opened, "reject", new { reason = "filed-elsewhere" }));
            if (n % 3 == 0)
                box.Box.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var query = new CaseQuery(open, false, (CaseState?)state, null, 3);
        var small = await Pages(box, query, 5000);
        Assert.Equal(small, await Pages(box, query, 0));
        Assert.InRange(small.Count, 2, 6);
    }

    private static Task<List<string>> Pages(CoordinateBox box, CaseQuery query, int smallArea) =>
        box.Box.Inside(async services =>
        {
            var actor = Actor.System("test") with { Scope = AreaScope.Below("469023") };
            var list = new CaseList(services.GetRequiredService<CoordinateDb>(), actor, box.Box.Clock)
            {
                SmallArea = smallArea,
            };
            var (seen, next) = (new List<string>(), query);
            while (await list.Read(next, default) is { Count: > 0 } page)
            {
                seen.AddRange(page.Select(c => c.Number));
                next = query with { After = new CaseKey(page[^1].RecordedAt, page[^1].Number) };
            }
            return seen;
        });

    private static async Task<Guid[]> Ids(CoordinateBox box, string query) =>
        [.. (await Ok(box.Duty.GetAsync($"/api/v1/cases?{query}"))).GetProperty("items").EnumerateArray().Select(Id)];
}
