using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Commands;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>出发.</summary>
internal sealed class SetOut(WorkOrderDesk orders, CaseDesk desk) : ICommandHandler<PlacePayload, CoordinateDb>
{
    public static string Kind => "work-order.set-out";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public Task<int> Handle(Command<PlacePayload> command, CoordinateDb db, CancellationToken ct) =>
        orders.Step(
            WorkOrderId.From(command.Target),
            command.ExpectedRevision,
            new WorkOrderMove("set-out") { Position = command.Payload.Checked() },
            desk.Now(command.ReceivedAt, command.DeviceTime),
            ct
        );
}
