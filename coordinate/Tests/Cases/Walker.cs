using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Identity;

namespace Fourfold.Coordinate.Tests.Cases;

/// <summary>Takes cases through the machine in memory, each move by somebody who may make it, with all it needs.</summary>
internal sealed class Walker
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);
    public static readonly UnitSummary Station = new(
        UnitId.From(Guid.Parse("0195a000-0000-7000-8000-000000000001")),
        "东水派出所",
        "police",
        "469023",
        "469023",
        true
    );
    public static readonly UnitSummary Province = Station with { Id = NewUnit(), AreaPath = "46", AreaCode = "46" };
    public static readonly UnitSummary Village = Station with { Id = NewUnit(), AreaPath = "469023100001" };
    public static readonly CoordinateOptions Limits = new();

    public static readonly PersonId Officer = PersonId.From(Guid.NewGuid());
    public static readonly PersonId Clerk = PersonId.From(Guid.NewGuid());

    public static Act By(Actor actor, DateTimeOffset? at = null) => new(actor, Limits, at ?? Noon, at ?? Noon);

    /// <summary>May do all that any desk may; has no hand in handling.</summary>
    public static Actor Desk =>
        Actor.System("test") with
        {
            Kind = ActorKind.Person,
            Person = Clerk,
            Role = Roles.GridLead,
            AreaPath = "469023",
            Unit = Province.Id,
        };

    /// <summary>Of the unit that handles.</summary>
    public static Actor Handler => Desk with { Person = Officer, Unit = Station.Id };

    public static Case New(string origin = Origins.Alert, bool draft = true, string area = "469023100") =>
        Case.Open(
            CaseId.From(Guid.NewGuid()),
            "469023-2026-00001",
            new CaseDraft
            {
                Origin = origin,
                Title = new CaseTitle(null, null, "t"),
                AreaPath = area,
                Class = "10",
                Urgency = 1,
                Level = 1,
                Position = new GeoPoint(19.9, 110.1),
                IsDraft = draft,
            },
            Noon.AddHours(2),
            By(Desk)
        );

    /// <summary>A case that was taken to a state by the shortest way the table allows.</summary>
    public static Case At(CaseState state, string origin = Origins.Alert)
    {
        var way = WayTo(state, origin);
        var made = New(origin);
        foreach (var name in way)
            Go(made, name);
        return made;
    }

    /// <summary>Makes a transition with everything it needs, by a person who fulfils its conditions.</summary>
    public static void Go(Case on, string name)
    {
        if (on.State is CaseState.Verified && on.Outcome is null && name is "conclude" or "rate" or "auto_close")
            on.Conclude(OutcomeCodes.Confirmed, "other", "n", new Dictionary<AlertId, (string, string)>(), By(Desk));
        on.Transition(Full(name), By(name is "sign" or "resolve" or "check_in" or "resolve_on_spot" ? Handler : Desk));
    }

    /// <summary>A move with all that any transition of this name could need.</summary>
    public static Move Full(string name) =>
        new(name)
        {
            Reason = CaseMachine.Named(name)?.Reasons.FirstOrDefault() ?? "other",
            Note = "n",
            Unit = name switch
            {
                "escalate" => Province,
                "delegate" => Village,
                _ => Station,
            },
            Units = [Station],
            DueAt = Noon.AddDays(3),
            Deadline = Noon.AddHours(2),
            Master = name == "merge" ? New(draft: false) : null,
            Card = name == "supervise" ? "yellow" : null,
            Ratings = new Ratings(true, true, true),
            Contacts = 3,
            Photos = [FileId.From(Guid.NewGuid()), FileId.From(Guid.NewGuid())],
        };

    /// <summary>Work for a unit, due in an hour.</summary>
    public static WorkOrderDraft Work(UnitSummary unit, DateTimeOffset? at = null) =>
        new(
            WorkOrderId.From(Guid.NewGuid()),
            unit,
            null,
            new RoutingWhy("routing.chosen", new Dictionary<string, object?>()),
            "",
            "go",
            (at ?? Noon).AddHours(1)
        );

    /// <summary>A step of a unit with what it needs.</summary>
    public static WorkOrderMove Step(string name, Act act) =>
        new(name)
        {
            Reason = name == "return" ? "no-means" : null,
            Report =
                name == "report"
                    ? new WorkOrderReport(
                        "refuted",
                        "leisure",
                        null,
                        null,
                        [],
                        [],
                        act.Actor.Person,
                        act.RecordedAt,
                        act.RecordedAt
                    )
                    : null,
        };

    private static List<string> WayTo(CaseState state, string origin)
    {
        var ways = new Dictionary<CaseState, List<string>> { [CaseState.Draft] = [] };
        var queue = new Queue<CaseState>([CaseState.Draft]);
        // On the spot there is no unit that could go on; the long way has all parts.
        bool Usable(CaseTransition t) =>
            t.Name != "resolve_on_spot"
            && !t.Conditions.Contains(origin == Origins.Citizen ? Condition.WithoutRequester : Condition.WithRequester);
        while (queue.TryDequeue(out var from))
            foreach (var t in CaseMachine.From(from).Where(t => t.To is not null && Usable(t)))
                if (ways.TryAdd(t.To!.Value, [.. ways[from], t.Name])) // Filtered above.
                    queue.Enqueue(t.To!.Value); // As above.
        return ways[state];
    }

    private static UnitId NewUnit() => UnitId.From(Guid.NewGuid());
}
