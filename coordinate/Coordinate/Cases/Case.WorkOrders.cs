using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

// Work orders are part of the case: they move it, and it moves them.
internal sealed partial class Case
{
    /// <summary>Work orders so far, for their numbers.</summary>
    public int WorkOrderCount { get; private set; }

    /// <summary>
    /// Gives work to a unit, and takes the case with it: a reported case is accepted and assigned, an accepted one
    /// assigned; a returned one goes to the next unit; in progress it is co-operation, or a transfer when nobody has it.
    /// </summary>
    public WorkOrder Issue(WorkOrderDraft draft, Act act)
    {
        if (workOrders.Count >= MaxWorkOrders)
            throw new Refused("case.too-many-work-orders").With("most", MaxWorkOrders);
        if (State is CaseState.Reported)
            Transition(new Move("accept") { Deadline = DeadlineAt }, act);
        if (State is CaseState.Assigned && IsGivenBack)
            GiveBackFor(act);
        if (State is CaseState.Accepted)
            Transition(new Move("assign") { Unit = draft.Unit }, act);
        else if (State is CaseState.Assigned && HandlingUnit is null)
            GiveTo(draft.Unit, act);
        else if (State is CaseState.InProgress)
            Transition(
                workOrders.Exists(w => w.IsOpen) || HandlingUnit == draft.Unit.Id
                    ? new Move("request_cooperation") { Unit = draft.Unit, Note = draft.Instruction }
                    : new Move("transfer") { Unit = draft.Unit },
                act
            );
        else if (State is not CaseState.Assigned)
            throw Refuse("case.transition-refused", "assign", act);
        return Add(draft, act);
    }

    /// <summary>Whether this person could give out a work order now.</summary>
    public bool MayIssue(Act act) =>
        act.Actor.May(Permission.CasesAssign)
        && !Suspended
        && (State is CaseState.Reported or CaseState.Accepted or CaseState.Assigned or CaseState.InProgress);

    private WorkOrder Add(WorkOrderDraft draft, Act act)
    {
        var issued = WorkOrder.Issue(this, $"{Number}-{++WorkOrderCount}", draft, act);
        workOrders.Add(issued);
        LetTakePart(draft.Unit, issued.DueAt.AddDays(act.Limits.ParticipationDays));
        Note(
            "work-order",
            "work-order.issued",
            act,
            new()
            {
                ["number"] = issued.Number,
                ["unit"] = draft.Unit.Name,
                ["dueAt"] = issued.DueAt,
                ["why"] = draft.Routing.Code,
            },
            draft.Instruction
        );
        var told = new WorkOrderIssued(
            issued.Id,
            Id,
            issued.Unit,
            issued.Post,
            issued.DueAt,
            Simulated,
            act.RecordedAt
        );
        unsaid.Add(db => db.Publish(told));
        Ring(PushKinds.WorkOrderIssued, issued, act);
        Raise(act);
        return issued;
    }

    /// <summary>A step of one of its work orders by the unit that has it.</summary>
    public void Step(WorkOrder order, WorkOrderMove move, Act act)
    {
        if (move.Name == "note" && order.History.Count >= WorkOrder.MaxHistory)
            throw new Refused("work-order.history-full").With("most", WorkOrder.MaxHistory);
        if (move.Name == "return" && workOrders.Count(w => w.State is WorkOrderState.Returned) >= act.Limits.MaxReturns)
            throw new Refused("work-order.returned-too-often").With("most", act.Limits.MaxReturns);
        var to = order.Step(move, act);
        Note("work-order", $"work-order.{move.Name}", act, move.Say(order), move.Text);
        Raise(act);
        if (move.Name is not ("note" or "return"))
            HandledBy(act.Actor.Person);
        if (to is WorkOrderState.Accepted && State is CaseState.Assigned)
            Transition(new Move("sign") { ByWorkOrder = true }, act);
        if (to is WorkOrderState.Reported && State is CaseState.InProgress && workOrders.TrueForAll(w => !w.IsOpen))
            Transition(new Move("resolve") { ByWorkOrder = true }, act);
    }

    /// <summary>The desk takes a work order back.</summary>
    public void Cancel(WorkOrder order, string reason, string? note, Act act)
    {
        order.Cancel(reason, act);
        Ring(PushKinds.WorkOrderCancelled, order, act);
        Note("work-order", "work-order.cancel", act, new() { ["number"] = order.Number, ["reason"] = reason }, note);
        Raise(act);
    }

    /// <summary>What the sweeper found due on a work order.</summary>
    /// <returns>The code of what happened, for the screens.</returns>
    public string? Sweep(WorkOrder order, Act act)
    {
        if (order.Sweep(act) is not { } level)
            return null;
        Note(
            "deadline",
            $"work-order.deadline-{level.Code}",
            act,
            new()
            {
                ["number"] = order.Number,
                ["unit"] = order.UnitName,
                ["state"] = order.State.Code(),
            }
        );
        Raise(act);
        return level.Share >= 1 ? "escalated" : $"deadline-{level.Code}";
    }

    // The unit that has the case in hand, or another that was asked meanwhile, gave its work back and nobody else has any.
    private bool IsGivenBack =>
        workOrders.TrueForAll(w => !w.IsOpen)
        && hands.Find(h => h.Role == Hand.Handler && h.Until is null) is { } hand
        && workOrders.Exists(w => w.State is WorkOrderState.Returned && w.IssuedAt >= hand.From);

    // That the desk sends it on is its approval.
    private void GiveBackFor(Act act)
    {
        var reason = workOrders.Last(w => w.State is WorkOrderState.Returned).ReturnReason ?? "other";
        Transition(new Move("return") { Reason = reason, ByWorkOrder = true }, act);
    }

    private void CancelOpenWorkOrders(string because, Act act)
    {
        foreach (var order in workOrders.Where(w => w.IsOpen))
        {
            order.Cancel(because, act);
            Ring(PushKinds.WorkOrderCancelled, order, act);
            Note("work-order", "work-order.cancel", act, new() { ["number"] = order.Number, ["reason"] = because });
        }
    }

    private void VerifyWorkOrders(Act act)
    {
        foreach (var order in workOrders.Where(w => w.State is WorkOrderState.Reported))
            order.Verify(act);
    }

    private void SendBackWorkOrders(string reason, string? words, Act act)
    {
        foreach (var order in workOrders.Where(w => w.State is WorkOrderState.Reported))
        {
            order.SendBack(reason, words, PausedAt, act);
            Ring(PushKinds.WorkOrderSentBack, order, act);
            Note("work-order", "work-order.sent-back", act, new() { ["number"] = order.Number, ["reason"] = reason });
        }
    }

    // Whoever took it up; before that, the post it was given to, or all of the unit who could.
    private void Ring(string kind, WorkOrder order, Act act)
    {
        var asked = new PushAsked(
            kind,
            order.Id.ToString(),
            Urgent: true,
            order.Post is { } post ? [post] : [],
            order.Post is null && order.AcceptedBy is null ? order.Unit : null,
            Permission.WorkOrdersHandle,
            order.AcceptedBy,
            act.Actor.Person,
            act.RecordedAt
        );
        unsaid.Add(db => db.Publish(asked));
    }
}
