using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.Deadlines;

namespace Fourfold.Coordinate.Cases;

// The clock runs from opening until 处置完毕. It stands while the case is suspended or waits for verification, and the
// deadline moves by the time it stood.
internal sealed partial class Case
{
    public DateTimeOffset ClockFrom { get; private set; }
    public DateTimeOffset DeadlineAt { get; private set; }

    /// <summary>Since when the clock stands, or null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>When the sweeper must look: next warning, or archiving; null when there is nothing to wait for.</summary>
    public DateTimeOffset? CheckAt { get; private set; }

    /// <summary>How many of <see cref="DeadlineRules.Levels"/> were told.</summary>
    public int Warned { get; private set; }

    /// <summary>What the sweeper found due, told to the timeline; null when it came too early or too late.</summary>
    /// <returns>The code of what happened, for the screens.</returns>
    public string? Sweep(Act act)
    {
        if (CheckAt is not { } check || check > act.RecordedAt)
            return null;
        if (State is CaseState.Closed)
        {
            Transition(new Move("archive"), act);
            return "archived";
        }
        var level = DeadlineRules.Levels[Warned++];
        if (level.Share >= 1)
            Overdue = true;
        var minutesLeft = Math.Round((DeadlineAt - act.RecordedAt).TotalMinutes);
        Note(
            "deadline",
            $"deadline.{level.Code}",
            act,
            new() { ["minutesLeft"] = minutesLeft, ["state"] = State.Code() }
        );
        SetCheck(null);
        Raise(act);
        return level.Share >= 1 ? "escalated" : $"deadline-{level.Code}";
    }

    /// <summary>A case that was accepted in this round and handed up or down since goes on with the time it had.</summary>
    public bool KeepsClock(CaseTransition transition) =>
        transition.Name == "accept" && hands.Count(IsOwnerOfThisRound) > 1;

    /// <summary>When the clock begins that a transition starts; the deadline is counted from there.</summary>
    public DateTimeOffset ClockBegins(CaseTransition transition, Act act) =>
        KeepsClock(transition) ? ClockFrom : act.RecordedAt;

    // Since opening, or since the appeal after the last end.
    private bool IsOwnerOfThisRound(Hand hand) =>
        hand.Role == Hand.Owner && (LastClosedAt is not { } closed || hand.From > closed);

    private void StartClock(DateTimeOffset from, DateTimeOffset deadline)
    {
        if (deadline == DeadlineAt && PausedAt is null)
        {
            // No new time, so nothing that was told of the old one is taken back.
            SetCheck(null);
            return;
        }
        (ClockFrom, DeadlineAt, PausedAt, Warned, Overdue) = (from, deadline, null, 0, false);
        SetCheck(null);
    }

    private void PauseClock(DateTimeOffset at)
    {
        PausedAt ??= at;
        SetCheck(null);
    }

    private void ResumeClock(DateTimeOffset at)
    {
        if (PausedAt is { } paused)
            (ClockFrom, DeadlineAt, PausedAt) = (ClockFrom + (at - paused), DeadlineAt + (at - paused), null);
        SetCheck(null);
    }

    private void Suspend(DateTimeOffset at)
    {
        Suspended = true;
        PauseClock(at);
        foreach (var order in workOrders.Where(w => w.IsOpen))
            order.Pause();
    }

    private void Resume(DateTimeOffset at)
    {
        foreach (var order in workOrders.Where(w => w.IsOpen))
            order.Resume(at - (PausedAt ?? at));
        Suspended = false;
        ResumeClock(at);
    }

    private void Extend(DateTimeOffset dueAt, DateTimeOffset at)
    {
        foreach (var order in workOrders.Where(w => w.IsOpen))
            order.Extend(dueAt - DeadlineAt, at);
        (DeadlineAt, Warned, Overdue, Extended) = (dueAt, 0, false, true);
        SetCheck(null);
    }

    private void SetCheck(DateTimeOffset? archiveAt)
    {
        if (archiveAt is not null || !IsOpen || PausedAt is not null || Warned >= DeadlineRules.Levels.Count)
            CheckAt = archiveAt;
        else
            CheckAt = ClockFrom + ((DeadlineAt - ClockFrom) * DeadlineRules.Levels[Warned].Share);
    }
}
