using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Commands;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>接收: somebody of the unit takes it; the first one wins.</summary>
internal sealed class AcceptWorkOrder(WorkOrderDesk orders, CaseDesk desk) : ICommandHandler<NoPayload, CoordinateDb>
{
    public static string Kind => "work-order.accept";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public Task<int> Handle(Command<NoPayload> command, CoordinateDb db, CancellationToken ct) =>
        orders.Step(
            WorkOrderId.From(command.Target),
            command.ExpectedRevision,
            new WorkOrderMove("accept"),
            desk.Now(command.ReceivedAt, command.DeviceTime),
            ct
        );
}
