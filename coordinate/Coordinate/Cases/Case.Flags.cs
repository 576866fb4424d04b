using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;

namespace Fourfold.Coordinate.Cases;

// Flags stand beside the state: any of them may be up in any open state.
internal sealed partial class Case
{
    /// <summary>挂起: the clock stands.</summary>
    public bool Suspended { get; private set; }

    /// <summary>超时.</summary>
    public bool Overdue { get; private set; }

    /// <summary>督办: <c>yellow</c> or <c>red</c>, or null.</summary>
    public string? Card { get; private set; }

    /// <summary>吹哨联办.</summary>
    public bool Whistle { get; private set; }

    /// <summary>已延期.</summary>
    public bool Extended { get; private set; }

    /// <summary>并案: the case that goes on.</summary>
    public CaseId? DuplicateOf { get; private set; }

    /// <summary>二次诉求.</summary>
    public bool SecondAppeal { get; private set; }

    /// <summary>Who was whistled for, and who came.</summary>
    public List<Summons> Summoned { get; private set; } = [];

    /// <summary>The flags that are up, by their names in the API.</summary>
    public IReadOnlyList<string> Flags
    {
        get
        {
            (bool Up, string Name)[] all =
            [
                (Suspended, "suspended"),
                (Overdue, "overdue"),
                (Card is not null, "supervised"),
                (Whistle, "whistle"),
                (Extended, "extended"),
                (DuplicateOf is not null, "duplicate-of"),
                (SecondAppeal, "second-appeal"),
            ];
            return [.. all.Where(flag => flag.Up).Select(flag => flag.Name)];
        }
    }

    private void Summon(IReadOnlyList<UnitSummary> units, Act act)
    {
        Whistle = true;
        Summoned =
        [
            .. Summoned,
            .. units
                .Where(u => Summoned.All(s => s.Unit != u.Id))
                .DistinctBy(u => u.Id)
                .Select(u => new Summons(u.Id, u.Name, act.RecordedAt, null, null, null)),
        ];
        foreach (var unit in units)
            LetTakePart(unit, DeadlineAt.AddDays(act.Limits.ParticipationDays));
    }

    private void CheckIn(Move move, Act act) =>
        Summoned = [
            .. Summoned.Select(s =>
                s.Unit == act.Actor.Unit && s.CameAt is null
                    ? s with
                    {
                        CameAt = act.ObservedAt,
                        Person = act.Actor.Person,
                        Position = move.Position,
                    }
                    : s
            ),
        ];

    /// <summary>Whether somebody's unit handles this case, has a work order of it, or was summoned to it, or they stand in for who has one.</summary>
    private bool Concerns(Actor actor) =>
        (
            actor.Unit is { } own
            && (HandlingUnit == own || workOrders.Any(w => w.Unit == own) || Summoned.Any(s => s.Unit == own))
        ) || workOrders.Any(w => w.Post is { } post && actor.StandsInFor.Contains(post));

    /// <summary>Whether it is somebody's own though they read no cases: their unit's work, or what they reported.</summary>
    public bool IsFor(Actor actor) => Concerns(actor) || (actor.Person is { } person && person == ReportedBy);

    private bool Holds(Condition condition, Act act) =>
        condition switch
        {
            Condition.OnlyReporter => act.Actor.Person is { } person && person == ReportedBy,
            Condition.OnlyHandlingUnit => Concerns(act.Actor),
            Condition.OnlySummoned => Summoned.Any(s => s.Unit == act.Actor.Unit && s.CameAt is null),
            Condition.NotByHandler => act.Actor.Person is { } person && !Handlers.Contains(person),
            Condition.WithRequester => HasRequester,
            Condition.WithoutRequester => !HasRequester,
            Condition.WithOutcome => Outcome is not null,
            Condition.NotSuspended => !Suspended,
            Condition.Suspended => Suspended,
            Condition.ExtendedOnce => !Extended,
            Condition.ReturnsLeft => Returns < act.Limits.MaxReturns,
            Condition.NoOpenWorkOrder => workOrders.TrueForAll(w => !w.IsOpen),
            Condition.Supervised => Card is not null,
            Condition.NotSupervised => Card is null,
            Condition.Whistled => Whistle,
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
}

/// <summary>A department that was whistled for.</summary>
/// <param name="Unit">Which.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="At">When it was called.</param>
/// <param name="CameAt">When it checked in, or null.</param>
/// <param name="Person">Who came.</param>
/// <param name="Position">Where they were.</param>
internal sealed record Summons(
    UnitId Unit,
    string UnitName,
    DateTimeOffset At,
    DateTimeOffset? CameAt,
    PersonId? Person,
    GeoPoint? Position
);
