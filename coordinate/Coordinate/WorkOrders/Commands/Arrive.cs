using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Commands;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>到场.</summary>
internal sealed class Arrive(WorkOrderDesk orders, CaseDesk desk) : ICommandHandler<PlacePayload, CoordinateDb>
{
    public static string Kind => "work-order.arrive";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public Task<int> Handle(Command<PlacePayload> command, CoordinateDb db, CancellationToken ct) =>
        orders.Step(
            WorkOrderId.From(command.Target),
            command.ExpectedRevision,
            new WorkOrderMove("arrive") { Position = command.Payload.Checked() },
            desk.Now(command.ReceivedAt, command.DeviceTime),
            ct
        );
}
