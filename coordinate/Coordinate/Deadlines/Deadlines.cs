using Fourfold.Contracts;

namespace Fourfold.Coordinate.Deadlines;

/// <summary>Turns urgencies into instants.</summary>
internal sealed class Deadlines(ICalendars calendars)
{
    /// <summary>When a case that begins now must be resolved and closed.</summary>
    public ValueTask<DateTimeOffset> OfCase(int urgency, DateTimeOffset from, CancellationToken ct) =>
        After(from, DeadlineRules.Case[urgency], ct);

    /// <summary>When a work order issued now must be reported: its own limit, and no later than its case if that is still to come.</summary>
    public async ValueTask<DateTimeOffset> OfWorkOrder(
        int urgency,
        DateTimeOffset from,
        DateTimeOffset caseDeadline,
        CancellationToken ct
    )
    {
        var own = await After(from, DeadlineRules.WorkOrder[urgency], ct);
        return caseDeadline > from && caseDeadline < own ? caseDeadline : own;
    }

    private ValueTask<DateTimeOffset> After(DateTimeOffset from, TimeLimit limit, CancellationToken ct) =>
        limit.WorkingDays is { } days
            ? calendars.AddWorkingDays(from, days, ct)
            : ValueTask.FromResult(from.AddHours(limit.Hours ?? 0));
}
