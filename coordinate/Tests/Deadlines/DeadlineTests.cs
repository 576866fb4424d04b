using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Deadlines;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Fourfold.Coordinate.Tests.CoordinateBox;

namespace Fourfold.Coordinate.Tests.Deadlines;

[Trait("Needs", "Store")]
public sealed class DeadlineTests
{
    [Fact]
    public async Task An_urgent_case_turns_yellow_after_96_minutes_and_red_after_two_hours()
    {
        await using var box = await Start();
        var opened = await box.Open();
        Assert.Equal(box.Box.Clock.GetUtcNow().AddHours(2), opened.GetProperty("deadlineAt").GetDateTimeOffset());
        await Sweep(box, TimeSpan.FromMinutes(95));
        Assert.Empty(Warnings(await box.Case(opened)));
        await Sweep(box, TimeSpan.FromMinutes(1));
        Assert.Equal(["deadline.yellow"], Warnings(await box.Case(opened)));
        Assert.False((await box.Case(opened)).GetProperty("overdue").GetBoolean());
        await Sweep(box, TimeSpan.FromMinutes(24));
        var late = await box.Case(opened);
        Assert.Equal(["deadline.yellow", "deadline.red"], Warnings(late));
        Assert.True(late.GetProperty("overdue").GetBoolean());
        Assert.Contains("overdue", late.GetProperty("flags").EnumerateArray().Select(f => f.GetString()));
        await Sweep(box, TimeSpan.FromHours(3));
        Assert.Equal(2, Warnings(await box.Case(opened)).Length);
    }

    [Fact]
    public async Task The_clock_stands_while_suspended_and_the_deadline_moves_by_that()
    {
        await using var box = await Start();
        var opened = await box.Open();
        var order = await box.Issue(opened);
        await box.Send(box.Officer, "accept", order);
        var suspended = await Ok(
            Transition(box.Head, await box.Case(opened), "suspend", new { reason = "waits-for-weather" })
        );
        await Sweep(box, TimeSpan.FromHours(3));
        Assert.Empty(Warnings(await box.Case(opened)));
        var resumed = await Ok(Transition(box.Head, await box.Case(suspended), "resume"));
        Assert.Equal(
            suspended.GetProperty("deadlineAt").GetDateTimeOffset().AddHours(3),
            resumed.GetProperty("deadlineAt").GetDateTimeOffset()
        );
    }

    [Fact]
    public async Task A_case_is_extended_once_to_a_later_time()
    {
        await using var box = await Start();
        var opened = await box.Open();
        await box.Send(box.Officer, "accept", await box.Issue(opened));
        var seen = await box.Case(opened);
        var later = seen.GetProperty("deadlineAt").GetDateTimeOffset().AddHours(5);
        var early = seen.GetProperty("deadlineAt").GetDateTimeOffset().AddMinutes(-5);
        await Refused(
            System.Net.HttpStatusCode.UnprocessableEntity,
            "case.due-not-later",
            Transition(box.Head, seen, "extend", new { reason = "weather", dueAt = early })
        );
        var extended = await Ok(Transition(box.Head, seen, "extend", new { reason = "weather", dueAt = later }));
        Assert.Equal(later, extended.GetProperty("deadlineAt").GetDateTimeOffset());
        await Refused(
            System.Net.HttpStatusCode.Conflict,
            "case.extended-once",
            Transition(box.Head, extended, "extend", new { reason = "weather", dueAt = later.AddHours(1) })
        );
    }

    [Fact]
    public async Task A_work_order_has_a_clock_of_its_own_that_makes_no_phone_stale()
    {
        await using var box = await Start();
        var order = await box.Issue(await box.Open());
        Assert.Equal(box.Box.Clock.GetUtcNow().AddHours(1), order.GetProperty("dueAt").GetDateTimeOffset());
        await Sweep(box, TimeSpan.FromMinutes(61));
        var late = await box.Order(order);
        Assert.True(late.GetProperty("overdue").GetBoolean());
        Assert.Equal(order.GetProperty("revision").GetInt32(), late.GetProperty("revision").GetInt32());
        Assert.Equal(200, (await box.Send(box.Officer, "accept", order)).GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_closed_case_is_archived_by_the_timer()
    {
        await using var box = await Start(new CoordinateOptions { ArchiveAfterDays = 0.05 });
        var (resolved, _) = await box.Resolved();
        var verified = await Ok(Transition(box.Clerk, resolved, "verify_pass"));
        var judged = await Ok(
            box.Clerk.PostAsJsonAsync(
                $"/api/v1/cases/{Id(verified)}/outcome",
                new
                {
                    outcome = "refuted",
                    reason = "leisure",
                    expectedRevision = verified.GetProperty("revision").GetInt32(),
                }
            )
        );
        await Ok(Transition(box.Clerk, judged, "conclude"));
        await Sweep(box, TimeSpan.FromMinutes(71));
        Assert.Equal("closed", (await box.Case(resolved)).GetProperty("state").GetString());
        await Sweep(box, TimeSpan.FromMinutes(1));
        Assert.Equal("archived", (await box.Case(resolved)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Deadlines_are_looked_at_by_the_scheduler_which_tells_how_far_it_is()
    {
        await using var box = await Start();
        var opened = await box.Open();
        box.Box.Clock.AdjustTime(box.Box.Clock.GetUtcNow().AddMinutes(97));
        await FourfoldBox.Eventually(
            "the scheduler's next look",
            () =>
            {
                box.Box.Clock.Advance(TimeSpan.FromSeconds(1));
                return box.Case(opened);
            },
            seen => Warnings(seen).Length == 1
        );
        var administrator = box.Box.As(new TestActor(Roles.Administrator, Purpose: Purposes.Administration));
        var jobs = await Ok(administrator.GetAsync("/api/v1/jobs/recurring"));
        var sweep = jobs.EnumerateArray().Single(j => j.GetProperty("name").GetString() == DeadlineSweeper.Name);
        Assert.Equal(5, sweep.GetProperty("everySeconds").GetDouble());
        Assert.Equal(JsonValueKind.Null, sweep.GetProperty("error").ValueKind);
    }

    [Fact]
    public async Task One_case_that_cannot_be_swept_does_not_silence_the_others()
    {
        await using var box = await Start();
        var broken = await box.Open();
        var sound = await box.Open();
        await box.Box.Inside(services =>
            services
                .GetRequiredService<CoordinateDb>()
                .Cases.Where(c => c.Id == CaseId.From(Id(broken)))
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Warned, 99))
        );
        box.Box.Clock.AdjustTime(box.Box.Clock.GetUtcNow().AddMinutes(96));
        var fault = await Assert.ThrowsAsync<AggregateException>(() => SweepOnce(box));
        Assert.Contains(Id(broken).ToString(), fault.Message);
        Assert.Equal(["deadline.yellow"], Warnings(await box.Case(sound)));
    }

    [Fact]
    public async Task A_sweep_that_is_cut_off_in_the_middle_is_finished_by_the_next_and_warns_nobody_twice()
    {
        await using var box = await Start();
        var opened = new List<JsonElement>();
        for (var n = 0; n < 3; n++)
            opened.Add(await box.Open());
        box.Box.Clock.AdjustTime(box.Box.Clock.GetUtcNow().AddMinutes(97));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            box.Box.Inside(services =>
                services
                    .GetRequiredService<DeadlineSweeper>()
                    .Sweep((done, _) => done < 2 ? Task.CompletedTask : stop.CancelAsync(), stop.Token)
            )
        );
        Assert.Equal(2, await Warned());
        await Sweep(box, TimeSpan.Zero);
        Assert.Equal(3, await Warned());

        async Task<int> Warned()
        {
            var sum = 0;
            foreach (var one in opened)
                sum += Warnings(await box.Case(one)).Length;
            return sum;
        }
    }

    // Timers stand still while the clock is set, so nobody else sweeps, and hours cost no time.
    private static async Task Sweep(CoordinateBox box, TimeSpan later)
    {
        box.Box.Clock.AdjustTime(box.Box.Clock.GetUtcNow() + later);
        while (await SweepOnce(box) > 0) { }
    }

    private static Task<int> SweepOnce(CoordinateBox box) =>
        box.Box.Inside(services =>
            services.GetRequiredService<DeadlineSweeper>().Sweep((_, _) => Task.CompletedTask, default)
        );

    private static string?[] Warnings(JsonElement of) =>
        [
            .. of.GetProperty("timeline")
                .EnumerateArray()
                .Where(e => e.GetProperty("kind").GetString() == "deadline")
                .Select(e => e.GetProperty("code").GetString())
                .Where(code => code!.StartsWith("deadline.", StringComparison.Ordinal)), // Always there.
        ];
}
