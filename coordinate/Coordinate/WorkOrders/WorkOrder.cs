using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.Deadlines;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>A piece of work for one unit, or one of its posts. Changed only through its <see cref="Case"/>.</summary>
internal sealed class WorkOrder : IInArea, IHoldsPersonalData
{
    /// <summary>Notes are taken until its history has so many entries; steps always.</summary>
    public const int MaxHistory = 300;

    public WorkOrderId Id { get; private init; }
    public CaseId CaseId { get; private init; }

    /// <summary>The case's number and its own within it, such as <c>4690-2026-00017-1</c>.</summary>
    public string Number { get; private init; } = "";
    public string CaseNumber { get; private init; } = "";

    /// <summary>Raised by one with every step, so that a phone can count ahead for what waits in its queue.</summary>
    public int Revision { get; private set; }
    public string AreaPath { get; private init; } = "";
    public WorkOrderState State { get; private set; }
    public bool IsOpen { get; private set; }
    public UnitId Unit { get; private init; }
    public string UnitName { get; private init; } = "";
    public PostId? Post { get; private init; }
    public string? PostName { get; private init; }
    public RoutingWhy Routing { get; private init; } = new("", new Dictionary<string, object?>());

    [Personal(Sensitivity.Personal, "say what it is about")]
    public string Title { get; private init; } = "";

    [Personal(Sensitivity.Personal, "work the case")]
    public string Instruction { get; private init; } = "";
    public double? Latitude { get; private init; }
    public double? Longitude { get; private init; }
    public int Level { get; private init; }
    public DateTimeOffset IssuedAt { get; private init; }

    /// <summary>From when its time is counted: issued, and later by all the time it stood.</summary>
    public DateTimeOffset ClockFrom { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public bool Overdue { get; private set; }
    public DateTimeOffset? CheckAt { get; private set; }
    public int Warned { get; private set; }

    /// <summary>Who accepted it.</summary>
    public PersonId? AcceptedBy { get; private set; }
    public string? ReturnReason { get; private set; }

    [Personal(Sensitivity.Personal, "work the case")]
    public WorkOrderReport? Report { get; private set; }

    [Personal(Sensitivity.Personal, "say who was where, when")]
    public List<WorkOrderEntry> History { get; private set; } = [];
    public bool Simulated { get; private init; }

    /// <inheritdoc/>
    public string? KeyId { get; private init; }

    public GeoPoint? Position =>
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>Issued by <see cref="Case.Issue"/>.</summary>
    internal static WorkOrder Issue(Case of, string number, WorkOrderDraft draft, Act act)
    {
        var issued = new WorkOrder
        {
            Id = draft.Id,
            CaseId = of.Id,
            Number = number,
            CaseNumber = of.Number,
            AreaPath = of.AreaPath,
            IsOpen = true,
            Unit = draft.Unit.Id,
            UnitName = draft.Unit.Name,
            Post = draft.Post?.Id,
            PostName = draft.Post?.PersonName,
            Routing = draft.Routing,
            Title = draft.Title,
            Instruction = draft.Instruction,
            Latitude = of.Latitude,
            Longitude = of.Longitude,
            Level = of.Level,
            IssuedAt = act.RecordedAt,
            ClockFrom = act.RecordedAt,
            DueAt = draft.DueAt,
            Simulated = of.Simulated,
        };
        issued.Enter("issued", act);
        issued.SetCheck();
        return issued;
    }

    /// <summary>Whether this person may do what its unit does: of the unit and, when it was given to one post, that post or who stands in for it.</summary>
    public bool IsFor(Act act) =>
        (act.Actor.Unit == Unit && (Post is null || Post == act.Actor.Post))
        || (Post is { } post && act.Actor.StandsInFor.Contains(post));

    /// <summary>Goes a step by its unit, and says where it led; the case knows what follows.</summary>
    internal WorkOrderState Step(WorkOrderMove move, Act act)
    {
        var step = WorkOrderMachine.Find(State, move.Name);
        if (step is not { ByUnit: true })
            throw new Refused("work-order.step-refused")
                .With("step", move.Name)
                .With("state", State.Code())
                .With("allowed", Allowed(act).ToArray());
        if (!IsFor(act))
            throw new Refused("work-order.not-yours", 403).With("unit", UnitName);
        To(step.To ?? State);
        if (move.Name == "accept")
            AcceptedBy = act.Actor.Person;
        ReturnReason = move.Name == "return" ? move.Reason : ReturnReason;
        Report = move.Report ?? Report;
        Enter(
            move.Name,
            act,
            move.Reason ?? move.Report?.Reason,
            move.Text,
            move.Position,
            move.Photos,
            move.Videos,
            move.Sounds
        );
        return State;
    }

    /// <summary>The steps this person may go now.</summary>
    public IEnumerable<string> Allowed(Act act) =>
        IsFor(act) && act.Actor.May(Permission.WorkOrdersHandle)
            ? WorkOrderMachine.Steps.Where(s => s.ByUnit && s.From.Contains(State)).Select(s => s.Name)
            : [];

    internal void Cancel(string reason, Act act) => ByDesk("cancel", act, reason);

    internal void Verify(Act act) => ByDesk("verify", act, null);

    /// <summary>Back to its unit, with the time it had left when it was reported, or when the case's clock was stopped before.</summary>
    internal void SendBack(string reason, string? words, DateTimeOffset? pausedAt, Act act)
    {
        var reported = History.FindLast(e => e.What == "report")?.RecordedAt ?? act.RecordedAt;
        ByDesk("send-back", act, reason, words);
        Resume(act.RecordedAt - (pausedAt < reported ? pausedAt.Value : reported));
    }

    /// <summary>Its clock stands.</summary>
    internal void Pause() => CheckAt = null;

    /// <summary>Its clock goes on after it stood for a while.</summary>
    internal void Resume(TimeSpan stood)
    {
        (ClockFrom, DueAt) = (ClockFrom + stood, DueAt + stood);
        SetCheck();
    }

    /// <summary>It is given more time; warnings begin anew if that reaches beyond now.</summary>
    internal void Extend(TimeSpan by, DateTimeOffset now)
    {
        DueAt += by;
        if (DueAt > now)
            (Warned, Overdue) = (0, false);
        SetCheck();
    }

    internal WarnLevel? Sweep(Act act)
    {
        if (CheckAt is not { } check || check > act.RecordedAt)
            return null;
        var level = DeadlineRules.Levels[Warned++];
        if (level.Share >= 1)
            Overdue = true;
        Enter($"deadline-{level.Code}", act);
        // A phone counts revisions ahead for what it did offline; the clock's own news must not make that stale.
        Revision--;
        SetCheck();
        return level;
    }

    private void ByDesk(string name, Act act, string? reason, string? words = null)
    {
        var step = WorkOrderMachine.Find(State, name);
        if (step?.To is not { } to)
            throw new Refused("work-order.step-refused").With("step", name).With("state", State.Code());
        To(to);
        Enter(name, act, reason, words);
    }

    private void To(WorkOrderState state)
    {
        (State, IsOpen) = (state, state.IsOpen());
        if (!IsOpen)
            CheckAt = null;
    }

    private void SetCheck() =>
        CheckAt =
            Warned < DeadlineRules.Levels.Count
                ? ClockFrom + ((DueAt - ClockFrom) * DeadlineRules.Levels[Warned].Share)
                : null;

    private void Enter(
        string what,
        Act act,
        string? reason = null,
        string? text = null,
        GeoPoint? position = null,
        IReadOnlyList<FileId>? photos = null,
        IReadOnlyList<FileId>? videos = null,
        IReadOnlyList<FileId>? sounds = null
    )
    {
        History =
        [
            .. History,
            new WorkOrderEntry(
                what,
                State,
                act.Actor.Person,
                act.Actor.UnitName,
                act.DeviceAt,
                act.ReceivedAt,
                act.RecordedAt,
                reason,
                text,
                position,
                photos ?? [],
                videos ?? [],
                sounds ?? []
            ),
        ];
        Revision++;
    }
}

/// <summary>
/// One step of a work order's life, with three times: the device's (null when done online), received, recorded.
/// <c>Videos</c> and <c>Sounds</c> are those of the photos that are videos and spoken words; null in what was written before
/// there were any.
/// </summary>
internal sealed record WorkOrderEntry(
    string What,
    WorkOrderState State,
    PersonId? Person,
    string UnitName,
    DateTimeOffset? DeviceAt,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RecordedAt,
    string? Reason,
    string? Text,
    GeoPoint? Position,
    IReadOnlyList<FileId> Photos,
    IReadOnlyList<FileId>? Videos = null,
    IReadOnlyList<FileId>? Sounds = null
);
