using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Coordinate;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Units;

namespace Fourfold.Benchmarks.Cases;

/// <summary>Leads cases through the machine as people would: most to the archive, those of the last three weeks to where they stand.</summary>
internal sealed class Lives(Province province, Random chance)
{
    private static readonly CoordinateOptions Limits = new();
    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(22);
    private readonly Dictionary<(string Area, int Year), int> numbers = [];
    private readonly PersonId[] people = [.. Enumerable.Range(0, 400).Select(_ => PersonId.From(Guid.NewGuid()))];
    private int alerts;

    /// <summary>A case opened at a time, as it stands at another.</summary>
    public Case Lead(DateTimeOffset opened, DateTimeOffset now)
    {
        var grid = province.SomeGrid(chance);
        var on = Open(grid, opened);
        var isOld = now - opened > OpenFor;
        // Some hours later each time; an open case stops somewhere on its way.
        var steps = isOld ? 7 : chance.Next(7);
        var roll = chance.Next(100);
        if (isOld && roll < 5)
            End(on, roll == 0 ? "void" : "reject", opened.AddHours(3));
        else
            Walk(on, grid, opened, steps);
        if (isOld && now - opened > TimeSpan.FromDays(Limits.ArchiveAfterDays + 2) && roll >= 5)
            on.Transition(new Move("archive"), Desk(grid, opened.AddDays(Limits.ArchiveAfterDays + 2)));
        return on;
    }

    private void Walk(Case on, string grid, DateTimeOffset opened, int steps)
    {
        DateTimeOffset At(int step) => opened.AddHours(2 * step);
        var station =
            chance.Next(50) == 0
                ? province.Stations[chance.Next(province.Stations.Length)]
                : province.StationOf(grid, chance);
        if (steps > 0)
            on.Issue(Work(station, At(1)), Desk(grid, At(1)));
        if (steps > 1)
            on.Step(on.WorkOrders[0], new WorkOrderMove("accept"), Officer(station, At(2)));
        if (steps > 2)
            on.Step(on.WorkOrders[0], new WorkOrderMove("arrive"), Officer(station, At(3)));
        if (steps > 3)
            on.Step(on.WorkOrders[0], Report(At(4)), Officer(station, At(4)));
        if (steps > 4)
            on.Transition(new Move("verify_pass"), Desk(grid, At(5)));
        if (steps > 5)
            on.Conclude(
                "refuted",
                "normal-fishing",
                null,
                new Dictionary<AlertId, (string, string)>(),
                Desk(grid, At(6))
            );
        if (steps > 6)
            on.Transition(
                on.HasRequester
                    ? new Move("rate") { Ratings = new Ratings(true, true, chance.Next(10) > 0) }
                    : new Move("conclude"),
                Desk(grid, At(7))
            );
    }

    private static void End(Case on, string how, DateTimeOffset at) =>
        on.Transition(
            new Move(how) { Reason = "other", Note = "reported twice" },
            By(Actor.System("bench") with { Kind = ActorKind.Person }, at)
        );

    private Case Open(string grid, DateTimeOffset at)
    {
        var kind = chance.Next(10);
        var origin =
            kind < 2 ? Origins.Alert
            : kind < 9 ? Origins.Patrol
            : Origins.Citizen;
        var urgency = 1 + chance.Next(4);
        var draft = new CaseDraft
        {
            Origin = origin,
            Title =
                origin == Origins.Alert
                    ? new CaseTitle(
                        "case.title.alert",
                        new Dictionary<string, string?> { ["rule"] = "zone-entry" },
                        null
                    )
                    : new CaseTitle(null, null, "nets left on the shore"),
            AreaPath = grid,
            Class = origin == Origins.Alert ? CaseClasses.Sea : "05",
            Urgency = urgency,
            Level = 1 + chance.Next(4),
            Position = new GeoPoint(18.2 + (2 * chance.NextDouble()), 108.7 + (2 * chance.NextDouble())),
            Alert = origin == Origins.Alert ? Alert(grid, at) : null,
        };
        TimeSpan[] limits =
        [
            TimeSpan.FromHours(2),
            TimeSpan.FromHours(24),
            TimeSpan.FromDays(9),
            TimeSpan.FromDays(21),
        ];
        return Case.Open(
            CaseId.From(Province.V7(at, chance)),
            Number(grid[..6], at),
            draft,
            at + limits[urgency - 1],
            Desk(grid, at)
        );
    }

    private string Number(string area, DateTimeOffset at)
    {
        var last = numbers.GetValueOrDefault((area, at.Year)) + 1;
        numbers[(area, at.Year)] = last;
        return string.Create(CultureInfo.InvariantCulture, $"{area}-{at.Year}-{last:00000}");
    }

    private AlertSummary Alert(string grid, DateTimeOffset at) =>
        new()
        {
            Id = AlertId.From(Province.V7(at, chance)),
            Number = string.Create(CultureInfo.InvariantCulture, $"{at.Year}-{++alerts:000000}"),
            Level = 3,
            RuleCode = "zone-entry",
            RuleVersion = 1,
            ZoneName = "watched shore",
            TrackId = Province.V7(at, chance),
            Subject = new AlertSubject(412_000_000 + chance.Next(1_000_000), "QIONG YU", null, 6, "ais"),
            Position = new GeoPoint(19, 110),
            AreaPath = grid,
            FirstObservedAt = at.AddMinutes(-20),
            TrackedAt = at.AddMinutes(-19),
            RaisedAt = at,
            Reasons = [new Reason("zone.inside", 120, "s", 60, ">")],
            CounterReasons = [],
            Raw = [],
            Simulated = false,
        };

    private static WorkOrderDraft Work(Unit unit, DateTimeOffset at) =>
        new(
            WorkOrderId.From(Guid.CreateVersion7(at)),
            unit.Summary,
            null,
            new RoutingWhy("routing.area", new Dictionary<string, object?>()),
            "",
            "go and see, send pictures",
            at.AddHours(20)
        );

    private WorkOrderMove Report(DateTimeOffset at) =>
        new("report")
        {
            Report = new WorkOrderReport("refuted", "normal-fishing", "cleared away", null, [], [], people[0], at, at),
        };

    private Act Desk(string grid, DateTimeOffset at)
    {
        var centre = province.CentreUnits[chance.Next(province.CentreUnits.Length)];
        return By(
            Actor.System("bench") with
            {
                Kind = ActorKind.Person,
                Person = people[200 + chance.Next(200)],
                Role = Roles.CentreClerk,
                AreaPath = grid[..6],
                Unit = centre.Id,
                UnitName = centre.Name,
            },
            at
        );
    }

    private Act Officer(Unit station, DateTimeOffset at) =>
        By(
            Actor.System("bench") with
            {
                Kind = ActorKind.Person,
                Person = people[chance.Next(200)],
                Role = Roles.Responder,
                Unit = station.Id,
                UnitName = station.Name,
            },
            at
        );

    private static Act By(Actor actor, DateTimeOffset at) => new(actor, Limits, at, at);
}
