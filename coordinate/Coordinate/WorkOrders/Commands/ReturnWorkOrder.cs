using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>退回: the unit says why it cannot; the desk sends it elsewhere.</summary>
internal sealed class ReturnWorkOrder(WorkOrderDesk orders, CaseDesk desk)
    : ICommandHandler<ReturnWorkOrder.Payload, CoordinateDb>
{
    /// <param name="Reason">One of the return reasons; <c>other</c> needs a note.</param>
    /// <param name="Note">Words, or null.</param>
    public sealed record Payload(string Reason, string? Note = null);

    public static string Kind => "work-order.return";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public Task<int> Handle(Command<Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var (reason, note) = command.Payload;
        if (!CaseMachine.ReturnReasons.Contains(reason, StringComparer.Ordinal))
            throw Refused
                .Invalid("work-order.reason-unknown", "payload.reason")
                .With("known", CaseMachine.ReturnReasons);
        if (reason == "other" && string.IsNullOrWhiteSpace(note))
            throw Refused.Invalid("case.note-missing", "payload.note");
        if (note?.Length > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "payload.note").With("most", TimelineEntry.MaxText);
        return orders.Step(
            WorkOrderId.From(command.Target),
            command.ExpectedRevision,
            new WorkOrderMove("return") { Reason = reason, Text = note },
            desk.Now(command.ReceivedAt, command.DeviceTime),
            ct
        );
    }
}
