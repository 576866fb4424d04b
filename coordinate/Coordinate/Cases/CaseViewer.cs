using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Makes what a person is shown of cases and work orders.</summary>
internal sealed class CaseViewer(CoordinateDb db, IPeople people)
{
    /// <summary>Most timeline entries in one answer.</summary>
    public const int MaxTimeline = 500;

    /// <summary>A case in a list.</summary>
    public static CaseItem Item(Case of) => Fill(of);

    /// <summary>The case as this person may see it: whole, or only the own part. It must be loaded with all its parts.</summary>
    public Task<CaseView> Whole(Case of, Act act, CancellationToken ct) =>
        act.Actor.May(Permission.CasesRead) ? Everything(of, act, ct) : OwnPart(of, act, ct);

    // An officer signs, checks in, or withdraws what they reported; what the desk and other units wrote is not theirs.
    private async Task<CaseView> OwnPart(Case of, Act act, CancellationToken ct)
    {
        var own = of.WorkOrders.Where(w => w.Unit == act.Actor.Unit).OrderBy(w => w.IssuedAt).ToList();
        var names = await Names([.. own.SelectMany(WorkOrderViewer.People)], ct);
        return Fill(of) with
        {
            Allowed = Allowed(of, act),
            Files = of.ReportedBy == act.Actor.Person ? of.Files : [],
            WorkOrders = [.. own.Select(w => WorkOrderViewer.Whole(w, act, names, new WorkOrderCase(of.Class, null)))],
            Summoned = [.. of.Summoned.Where(s => s.Unit == act.Actor.Unit)],
            Participants = [],
        };
    }

    private static AllowedTransition[] Allowed(Case of, Act act) =>
        [.. of.Allowed(act).Select(t => new AllowedTransition(t.Name, t.To ?? of.State, t.Needs, t.Reasons))];

    private async Task<CaseView> Everything(Case of, Act act, CancellationToken ct)
    {
        // Of one that was opened just now, all of it is here.
        var timeline =
            of.NewEntries().Count == of.Entries
                ? of.NewEntries()
                : await Timeline(of.Id, int.MaxValue, MaxTimeline, ct);
        var names = await Names(
            [
                .. timeline.Select(e => e.Person),
                .. of.WorkOrders.SelectMany(WorkOrderViewer.People),
                of.OutcomeBy,
                of.ReportedBy,
            ],
            ct
        );
        var item = Fill(of);
        return item with
        {
            ReportedBy = Person(of.ReportedBy, names),
            Requester = of.HasRequester ? await Requester(of.Id, ct) : null,
            Conclusion = of is { Outcome: { } outcome, OutcomeReason: { } reason }
                ? new ConclusionView(
                    outcome,
                    reason,
                    of.OutcomeNote,
                    Person(of.OutcomeBy, names),
                    of.OutcomeAt,
                    of.Rated
                )
                : null,
            Allowed = Allowed(of, act),
            OutcomeAllowed =
                of.State is CaseState.Verified && of.Outcome is null && act.Actor.May(Permission.CasesConclude),
            WorkOrderAllowed = of.MayIssue(act),
            WorkOrders =
            [
                .. of
                    .WorkOrders.OrderBy(w => w.IssuedAt)
                    .ThenBy(w => w.Number.Length)
                    .ThenBy(w => w.Number, StringComparer.Ordinal)
                    .Select(w => WorkOrderViewer.Whole(w, act, names, new WorkOrderCase(of.Class, null))),
            ],
            Timeline = [.. timeline.Select(e => Entry(e, names))],
            Hands = [.. of.Hands.OrderBy(h => h.Sequence).Select(h => HandOf(h, act.RecordedAt))],
            Stepper = CaseStepper.Of(of),
        };
    }

    private async Task<RequesterView?> Requester(CaseId id, CancellationToken ct) =>
        await db.Requesters.AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == id, ct) is { } requester
            ? new RequesterView(requester.Name, requester.Phone, requester.Until)
            : null;

    /// <summary>The entries before one, oldest first, at most so many.</summary>
    public async Task<IReadOnlyList<TimelineView>> Earlier(CaseId id, int before, int limit, CancellationToken ct)
    {
        var entries = await Timeline(id, before, limit, ct);
        var names = await Names([.. entries.Select(e => e.Person)], ct);
        return [.. entries.Select(e => Entry(e, names))];
    }

    /// <summary>Names of people, for those that exist.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> Names(
        IReadOnlyCollection<PersonId?> ids,
        CancellationToken ct
    )
    {
        var known = ids.OfType<PersonId>().Distinct().ToArray();
        return known.Length == 0 ? new Dictionary<PersonId, string>() : await people.Names(known, ct);
    }

    /// <summary>A person by name, or null; one whose name is gone keeps the id.</summary>
    public static PersonRef? Person(PersonId? id, IReadOnlyDictionary<PersonId, string> names) =>
        id is { } person ? new PersonRef(person, names.GetValueOrDefault(person, "")) : null;

    private async Task<List<TimelineEntry>> Timeline(CaseId id, int before, int limit, CancellationToken ct)
    {
        var entries = await db
            .Timeline.AsNoTracking()
            .Where(e => e.CaseId == id && e.Sequence < before)
            .OrderByDescending(e => e.Sequence)
            .Take(limit)
            .ToListAsync(ct);
        entries.Reverse();
        return entries;
    }

    private static CaseView Fill(Case of) =>
        new()
        {
            Id = of.Id,
            Number = of.Number,
            Revision = of.Revision,
            Title = of.Title,
            State = of.State,
            Flags = of.Flags,
            Level = of.Level,
            Urgency = of.Urgency,
            Origin = of.Origin,
            Class = of.Class,
            OwnerUnit = Unit(of.OwnerUnit, of.OwnerUnitName),
            HandlingUnit = Unit(of.HandlingUnit, of.HandlingUnitName),
            AreaCode = of.AreaPath,
            Position = of.Position,
            OpenedAt = of.RecordedAt,
            DeadlineAt = of.DeadlineAt,
            PausedAt = of.PausedAt,
            Overdue = of.Overdue,
            Outcome = of.Outcome,
            Simulated = of.Simulated,
            ObservedAt = of.ObservedAt,
            ReceivedAt = of.ReceivedAt,
            RecordedAt = of.RecordedAt,
            ClosedAt = of.ClosedAt,
            Round = of.Round,
            Rounds = of.Rounds,
            Card = of.Card,
            DuplicateOf = of.DuplicateOf,
            Alerts =
            [
                .. of
                    .Alerts.OrderBy(a => a.JoinedAt)
                    .Select(a => new CaseAlertView(
                        a.Copy,
                        a.JoinedAt,
                        a.Outcome ?? of.Outcome,
                        a.OutcomeReason ?? of.OutcomeReason
                    )),
            ],
            Summoned = of.Summoned,
            Participants =
            [
                .. of.Participants.Select(p => new ParticipantView(new UnitRef(p.Unit, p.UnitName), p.Until)),
            ],
            ReportedBy = null,
            Requester = null,
            Files = of.Files,
            GridId = of.Grid,
            Conclusion = null,
            Allowed = [],
            OutcomeAllowed = false,
            WorkOrderAllowed = false,
            WorkOrders = [],
            Timeline = [],
            Hands = [],
            Stepper = [],
        };

    private static UnitRef? Unit(UnitId? id, string name) => id is { } unit ? new UnitRef(unit, name) : null;

    private static HandView HandOf(Hand hand, DateTimeOffset now) =>
        new(
            hand.Role,
            Unit(hand.Unit, hand.UnitName),
            hand.From,
            hand.Until,
            ((hand.Until ?? now) - hand.From).TotalSeconds
        );

    private static TimelineView Entry(TimelineEntry entry, IReadOnlyDictionary<PersonId, string> names) =>
        new(
            entry.Sequence,
            entry.ObservedAt,
            entry.ReceivedAt,
            entry.RecordedAt,
            entry.Kind,
            Person(entry.Person, names),
            entry.Person is null && entry.ActorName.Length > 0 ? entry.ActorName : null,
            entry.Role,
            Unit(entry.Unit, entry.UnitName),
            entry.Code,
            entry.Parameters,
            entry.Text
        );
}
