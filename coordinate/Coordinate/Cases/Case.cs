using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;

namespace Fourfold.Coordinate.Cases;

/// <summary>
/// A matter to be handled, with its alerts, work orders and history: one aggregate under one revision. Every change to any
/// of it adds to the timeline and raises the revision, so two changes at once cannot both win.
/// </summary>
internal sealed partial class Case : IInArea, IHoldsPersonalData
{
    /// <summary>Most alerts of one case: each is loaded with it and told of at its end.</summary>
    public const int MaxAlerts = 200;

    /// <summary>Most work orders of one case, for the same reason.</summary>
    public const int MaxWorkOrders = 100;

    /// <summary>The latest that anything may be due, from now.</summary>
    public static readonly TimeSpan LongestTime = TimeSpan.FromDays(366);

    private readonly List<CaseAlert> alerts = [];
    private readonly List<Hand> hands = [];
    private readonly List<Participant> participants = [];
    private readonly List<TimelineEntry> timeline = [];
    private readonly List<WorkOrder> workOrders = [];
    private readonly List<Action<ModuleDb>> unsaid = [];
    private Act? raisedBy;

    public CaseId Id { get; private init; }

    /// <summary>Readable, unique: area of the owner, local year, number within them, such as <c>4690-2026-00017</c>.</summary>
    public string Number { get; private init; } = "";

    /// <summary>From 1, raised by one with every act, however many transitions follow from it.</summary>
    public int Revision { get; private set; }
    public string AreaPath { get; private init; } = "";
    public CaseState State { get; private set; }

    /// <summary>Kept beside the state for the indexes of the open ones.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>One of <see cref="Origins"/>.</summary>
    public string Origin { get; private init; } = "";

    [Personal(Sensitivity.Personal, "say what it is about")]
    public CaseTitle Title { get; private init; } = new(null, null, null);
    public double? Latitude { get; private init; }
    public double? Longitude { get; private init; }

    /// <summary>Two digits of the event class list: 10 涉海涉渔.</summary>
    public string Class { get; private set; } = "";

    /// <summary>1 特急 … 4 疑难; decides the deadlines.</summary>
    public int Urgency { get; private set; }

    /// <summary>1 … 4, as an alert's.</summary>
    public int Level { get; private set; }
    public UnitId? OwnerUnit { get; private set; }
    public string OwnerUnitName { get; private set; } = "";

    /// <summary>Area of the owning centre: escalating leads to a shorter path, delegating to a longer one.</summary>
    public string OwnerAreaPath { get; private set; } = "";
    public UnitId? HandlingUnit { get; private set; }
    public string HandlingUnitName { get; private set; } = "";
    public PersonId? ReportedBy { get; private init; }

    /// <summary>Who had a hand in handling it; none of them may verify it.</summary>
    public List<PersonId> Handlers { get; private set; } = [];
    public DateTimeOffset ObservedAt { get; private init; }
    public DateTimeOffset ReceivedAt { get; private init; }
    public DateTimeOffset RecordedAt { get; private init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>From 1; a reopened or appealed case goes another round.</summary>
    public int Round { get; private set; } = 1;

    /// <summary>How often a unit gave it back.</summary>
    public int Returns { get; private set; }

    /// <summary>Entries in the timeline.</summary>
    public int Entries { get; private set; }
    public bool Simulated { get; private init; }

    /// <inheritdoc/>
    public string? KeyId { get; private init; }

    public IReadOnlyList<CaseAlert> Alerts => alerts;
    public IReadOnlyList<Hand> Hands => hands;
    public IReadOnlyList<Participant> Participants => participants;
    public IReadOnlyList<WorkOrder> WorkOrders => workOrders;

    public GeoPoint? Position =>
        Latitude is { } latitude && Longitude is { } longitude ? new GeoPoint(latitude, longitude) : null;

    /// <summary>A citizen or a caller asked for it, so somebody can rate it.</summary>
    public bool HasRequester => Origin is Origins.Citizen or Origins.Hotline;

    /// <summary>A new case; the number is already taken from its series.</summary>
    public static Case Open(CaseId id, string number, CaseDraft draft, DateTimeOffset deadline, Act act)
    {
        var opened = new Case
        {
            Id = id,
            Number = number,
            AreaPath = draft.AreaPath,
            State = draft.IsDraft ? CaseState.Draft : CaseState.Reported,
            IsOpen = !draft.IsDraft,
            Origin = draft.Origin,
            Title = draft.Title,
            Latitude = draft.Position?.Latitude,
            Longitude = draft.Position?.Longitude,
            Class = draft.Class,
            Urgency = draft.Urgency,
            Level = draft.Level,
            OwnerUnit = act.Actor.Unit,
            OwnerUnitName = act.Actor.UnitName,
            OwnerAreaPath = act.Actor.AreaPath,
            ReportedBy = act.Actor.Person,
            ObservedAt = draft.ObservedAt ?? act.ObservedAt,
            ReceivedAt = act.ReceivedAt,
            RecordedAt = act.RecordedAt,
            Simulated = draft.Simulated || draft.Alert?.Simulated is true,
            Grid = draft.Grid,
            Revision = 1,
        };
        opened.TakeUp(Hand.Owner, act.Actor.Unit, act.Actor.UnitName, act.RecordedAt);
        opened.Note("case", "case.opened", act, new() { ["origin"] = draft.Origin, ["number"] = number });
        if (draft.Alert is { } alert)
            opened.Link(alert, act);
        if (draft.Told is { } told)
            opened.Tell(told, act);
        opened.StartClock(act.RecordedAt, deadline);
        return opened;
    }

    /// <summary>Takes another alert over; an alert that is here already changes nothing.</summary>
    /// <returns>Whether it came in now.</returns>
    public bool Join(AlertSummary alert, Act act)
    {
        if (alerts.Any(a => a.AlertId == alert.Id))
            return false;
        if (!State.IsOpen())
            throw new Refused("case.not-open").With("state", State.Code());
        if (alerts.Count >= MaxAlerts)
            throw new Refused("case.too-many-alerts").With("most", MaxAlerts);
        Link(alert, act);
        Raise(act);
        return true;
    }

    /// <summary>Adds a person's words.</summary>
    public void Remark(string text, Act act)
    {
        Note("note", "case.note", act, [], text);
        Raise(act);
    }

    /// <summary>Tells that Sense took back an alert after the case had it.</summary>
    public void AlertEnded(AlertId alert, string state, Act act)
    {
        Note("alert", $"alert.{state}", act, new() { ["alertId"] = alert.ToString() });
        Raise(act);
    }

    /// <summary>Hands what must be told to others to the outbox; called once before saving.</summary>
    public void Publish(ModuleDb db)
    {
        foreach (var tell in unsaid)
            tell(db);
        unsaid.Clear();
    }

    /// <summary>What was added to the timeline since it was loaded, for whoever writes it without tracking.</summary>
    internal IReadOnlyList<TimelineEntry> NewEntries() => timeline;

    private void Raise(Act act)
    {
        if (ReferenceEquals(raisedBy, act))
            return;
        raisedBy = act;
        Revision++;
    }

    private void Link(AlertSummary alert, Act act)
    {
        alerts.Add(
            new CaseAlert
            {
                AlertId = alert.Id,
                CaseId = Id,
                Copy = alert,
                JoinedAt = act.RecordedAt,
            }
        );
        Note(
            "alert",
            "alert.joined",
            act,
            new()
            {
                ["alertId"] = alert.Id.ToString(),
                ["number"] = alert.Number,
                ["level"] = alert.Level,
                ["rule"] = alert.RuleCode,
            }
        );
        var joined = new AlertJoinedCase(alert.Id, Id, Number, act.Actor.Person, act.RecordedAt);
        unsaid.Add(db => db.Publish(joined));
    }

    private void TakeUp(string role, UnitId? unit, string name, DateTimeOffset at)
    {
        LayDown(role, at);
        hands.Add(
            new Hand
            {
                CaseId = Id,
                Sequence = hands.Count + 1,
                Role = role,
                Unit = unit,
                UnitName = name,
                From = at,
            }
        );
    }

    private void LayDown(string role, DateTimeOffset at)
    {
        foreach (var hand in hands.Where(h => h.Until is null && h.Role == role))
            hand.Until = at;
    }

    private void LetTakePart(UnitSummary unit, DateTimeOffset until)
    {
        if (!AreaPath.StartsWith(unit.AreaPath, StringComparison.Ordinal))
            LetTakePart(unit.Id, unit.Name, until);
    }

    private void LetTakePart(UnitId unit, string name, DateTimeOffset until)
    {
        if (participants.FirstOrDefault(p => p.Unit == unit) is not { } participant)
            participants.Add(
                new Participant
                {
                    CaseId = Id,
                    Unit = unit,
                    UnitName = name,
                    Until = until,
                }
            );
        else if (participant.Until < until)
            participant.Until = until;
    }

    private void HandledBy(PersonId? person)
    {
        if (person is { } hand && !Handlers.Contains(hand))
            Handlers = [.. Handlers, hand];
    }

    private void Note(string kind, string code, Act act, Dictionary<string, object?> parameters, string? text = null) =>
        timeline.Add(
            new TimelineEntry
            {
                CaseId = Id,
                Sequence = ++Entries,
                Kind = kind,
                Code = code,
                Parameters = parameters,
                Text = text,
                Person = act.Actor.Person,
                ActorName = act.Actor.Person is null ? act.Actor.Name : "",
                Role = act.Actor.Role,
                Unit = act.Actor.Unit,
                UnitName = act.Actor.UnitName,
                ObservedAt = act.ObservedAt,
                ReceivedAt = act.ReceivedAt,
                RecordedAt = act.RecordedAt,
            }
        );
}
