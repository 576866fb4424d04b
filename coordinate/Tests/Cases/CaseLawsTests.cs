using CsCheck;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Xunit;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Whatever people try, in whatever order, a case keeps these laws. A failure prints its seed.</summary>
public sealed class CaseLawsTests
{
    private static readonly UnitSummary[] Units =
    [
        Walker.Station,
        Walker.Station with
        {
            Id = UnitId.From(Guid.NewGuid()),
            Name = "b",
            AreaPath = "46",
        },
        Walker.Village,
    ];

    private static readonly string[] Tries =
    [
        .. CaseMachine.Transitions.Select(t => t.Name).Distinct(),
        "+issue",
        "+issue",
        "+outcome",
        "+alert",
        "+note",
        "+sweep",
        "+cancel",
        .. WorkOrderMachine.Steps.Where(s => s.ByUnit).Select(s => $"work-order.{s.Name}"),
        .. WorkOrderMachine.Steps.Where(s => s.ByUnit).Select(s => $"work-order.{s.Name}"),
    ];

    private static readonly Gen<(string Try, int Unit, int Minutes)[]> Lives = Gen.Select(
        Gen.Int[0, Tries.Length - 1].Select(n => Tries[n]),
        Gen.Int[0, Units.Length - 1],
        Gen.Int[0, 200]
    ).Array[5, 80];

    [Theory]
    [InlineData(Origins.Alert)]
    [InlineData(Origins.Citizen)]
    public void No_sequence_of_tries_breaks_a_case(string origin) =>
        Lives.Sample(life => Live(origin, life), iter: 3000);

    private static void Live(string origin, (string Try, int Unit, int Minutes)[] life)
    {
        var on = Walker.New(origin, draft: false);
        var now = Walker.Noon;
        var outcomes = new HashSet<int>();
        foreach (var (what, unit, minutes) in life)
        {
            now = now.AddMinutes(minutes);
            var before = Snapshot(on);
            var done = true;
            try
            {
                Try(on, what, Units[unit], now);
            }
            catch (Refused refused)
            {
                Assert.InRange(refused.Status, 400, 499);
                done = false;
            }
            Check(on, before, what, done, outcomes);
        }
    }

    private static void Check(Case on, State before, string what, bool done, HashSet<int> outcomes)
    {
        // Taking in an alert that is there already, and looking at a clock too early, change nothing.
        Assert.Equal(before.Revision + (on.Entries > before.Entries ? 1 : 0), on.Revision);
        Assert.True(on.Entries >= before.Entries, "the timeline shrank");
        Assert.True(on.Round >= before.Round, "a round was taken back");
        if (on.Revision == before.Revision)
            Assert.Equal(before.Case, on.State);
        if (on.State != before.Case)
            Assert.True(on.Entries > before.Entries, "a change of state left no trace");
        if (on.Outcome is not null && before.Outcome is null)
            Assert.True(outcomes.Add(on.Round), "a second outcome in one round");
        if (on.Round == before.Round && before.Outcome is not null)
            Assert.Equal(before.Outcome, on.Outcome);
        if (on.State is CaseState.Closed or CaseState.Archived)
            Assert.NotNull(on.Outcome);
        Assert.Equal(on.State.IsOpen(), on.IsOpen);
        Assert.True(before.Orders <= on.WorkOrders.Count, "a work order was lost");
        Assert.All(on.WorkOrders, w => Assert.Equal(w.State.IsOpen(), w.IsOpen));
        Assert.All(
            on.WorkOrders,
            w => Assert.True(w.IsOpen || w.CheckAt is null, "a finished work order is still watched")
        );
        Assert.All(on.Hands.GroupBy(h => h.Role), g => Assert.InRange(g.Count(h => h.Until is null), 0, 1));
        if (!on.IsOpen && on.State is not CaseState.Draft)
            Assert.All(on.WorkOrders, w => Assert.False(w.IsOpen));
        if (on.IsOpen && on.PausedAt is null && on.Warned < 2)
            Assert.NotNull(on.CheckAt);
        if (what == "resolve" || (what == "work-order.report" && done && on.State is CaseState.Resolved))
            Assert.True(!done || on.WorkOrders.All(w => !w.IsOpen));
    }

    private static void Try(Case on, string what, UnitSummary unit, DateTimeOffset now)
    {
        var desk = Walker.By(Walker.Desk, now);
        var worker = Walker.By(Walker.Handler with { Unit = unit.Id, Person = PersonId.From(unit.Id.Value) }, now);
        var order = on.WorkOrders.LastOrDefault(w => w.Unit == unit.Id);
        switch (what)
        {
            case "+issue":
                on.Issue(Walker.Work(unit, now), desk);
                break;
            case "+outcome":
                on.Conclude("confirmed", "illegal-landing", null, new Dictionary<AlertId, (string, string)>(), desk);
                break;
            case "+alert":
                on.Join(Alert(now), desk);
                break;
            case "+note":
                on.Remark("n", desk);
                break;
            case "+sweep":
                var clock = Walker.By(Actor.System("deadlines"), now);
                on.Sweep(clock);
                foreach (var watched in on.WorkOrders)
                    on.Sweep(watched, clock);
                break;
            case "+cancel" when order is not null:
                on.Cancel(order, "not-needed", null, desk);
                break;
            case ['w', 'o', 'r', 'k', ..] when order is not null:
                on.Step(order, Walker.Step(what["work-order.".Length..], worker), worker);
                break;
            case ['+', ..] or ['w', 'o', 'r', 'k', ..]:
                break;
            default:
                var move = Walker.Full(what) with { DueAt = now.AddDays(3), Deadline = now.AddHours(2) };
                on.Transition(move, what is "sign" or "resolve" or "check_in" ? worker : desk);
                break;
        }
    }

    private static AlertSummary Alert(DateTimeOffset now) =>
        new()
        {
            Id = AlertId.From(Guid.NewGuid()),
            Number = "A",
            Level = 1,
            RuleCode = "zone-entry",
            RuleVersion = 1,
            TrackId = Guid.NewGuid(),
            Subject = new AlertSubject(null, null, null, 0, "radar"),
            Position = new GeoPoint(19, 110),
            AreaPath = "469023100",
            FirstObservedAt = now,
            TrackedAt = now,
            RaisedAt = now,
            Reasons = [],
            CounterReasons = [],
            Raw = [],
            Simulated = false,
        };

    private static State Snapshot(Case on) =>
        new(on.State, on.Revision, on.Entries, on.Round, on.Outcome, on.WorkOrders.Count);

    private sealed record State(CaseState Case, int Revision, int Entries, int Round, string? Outcome, int Orders);
}
