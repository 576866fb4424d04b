using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>补记: words and pictures at any time before it is verified.</summary>
internal sealed class NoteWorkOrder(WorkOrderDesk orders, CaseDesk desk, MoveReader moves)
    : ICommandHandler<NoteWorkOrder.Payload, CoordinateDb>
{
    /// <param name="Text">Words, at most 2,000 characters; may be empty beside pictures.</param>
    /// <param name="Photos">Stored files: pictures, videos, spoken words.</param>
    /// <param name="Position">Where, or null.</param>
    public sealed record Payload(string Text, IReadOnlyList<FileId>? Photos = null, GeoPoint? Position = null);

    public static string Kind => "work-order.note";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public async Task<int> Handle(Command<Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var (text, given, place) = command.Payload;
        if (text.Length > TimelineEntry.MaxText || (text.Trim().Length == 0 && given is not { Count: > 0 }))
            throw Refused.Invalid("note.length", "payload.text").With("most", TimelineEntry.MaxText);
        var media = await moves.Media(given ?? [], "payload.photos", ct);
        return await orders.Step(
            WorkOrderId.From(command.Target),
            command.ExpectedRevision,
            new WorkOrderMove("note")
            {
                Text = text.Trim(),
                Photos = media.All,
                Videos = media.Videos,
                Sounds = media.Sounds,
                Position = PlacePayload.CheckPlace(place),
            },
            desk.Now(command.ReceivedAt, command.DeviceTime),
            ct
        );
    }
}
