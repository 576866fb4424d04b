using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.Outcomes;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>反馈: what was found, pictures, and what was seized; the last work order's report resolves the case.</summary>
internal sealed class ReportWorkOrder(WorkOrderDesk orders, CaseDesk desk, MoveReader moves)
    : ICommandHandler<ReportWorkOrder.Payload, CoordinateDb>
{
    private const int MaxSeized = 50;
    private const int MaxName = 100;
    private const double MaxNumber = 1e9;

    /// <param name="Result">confirmed, refuted, not-found or undetermined, as the unit sees it.</param>
    /// <param name="Reason">Of the result's list.</param>
    /// <param name="Note">Words, or null.</param>
    /// <param name="Position">Where, or null.</param>
    /// <param name="Photos">Stored files: pictures, videos, spoken words.</param>
    /// <param name="Seized">What was taken.</param>
    public sealed record Payload(
        string Result,
        string Reason,
        string? Note = null,
        GeoPoint? Position = null,
        IReadOnlyList<FileId>? Photos = null,
        IReadOnlyList<SeizedPayload>? Seized = null
    );

    /// <summary>One kind of things taken, how many, and who has them now.</summary>
    public sealed record SeizedPayload(string Kind, double Number, string Unit, string HandedTo, string? Note = null);

    public static string Kind => "work-order.report";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public async Task<int> Handle(Command<Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var told = command.Payload;
        OutcomeReasons.Check(told.Result, told.Reason, told.Note, "payload.", "result");
        if (told.Result == OutcomeCodes.Partly)
            throw Refused.Invalid("outcome.partly-only-for-complaints", "payload.result");
        if (told.Note?.Length > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "payload.note").With("most", TimelineEntry.MaxText);
        var media = await moves.Media(told.Photos ?? [], "payload.photos", ct);
        var act = desk.Now(command.ReceivedAt, command.DeviceTime);
        var report = new WorkOrderReport(
            told.Result,
            told.Reason,
            told.Note?.Trim(),
            PlacePayload.CheckPlace(told.Position),
            media.All,
            Seized(told.Seized ?? []),
            act.Actor.Person,
            command.DeviceTime,
            command.ReceivedAt
        );
        return await orders.Step(
            WorkOrderId.From(command.Target),
            command.ExpectedRevision,
            new WorkOrderMove("report")
            {
                Report = report,
                Position = report.Position,
                Text = report.Note,
                Photos = media.All,
                Videos = media.Videos,
                Sounds = media.Sounds,
            },
            act,
            ct
        );
    }

    private static List<SeizedItem> Seized(IReadOnlyList<SeizedPayload> given)
    {
        if (given.Count > MaxSeized)
            throw Refused.Invalid("seized.too-many", "payload.seized").With("most", MaxSeized);
        var items = new List<SeizedItem>(given.Count);
        foreach (var (index, item) in given.Index())
        {
            var at = $"payload.seized[{index}]";
            var kind = SeizedKinds.Find(item.Kind) ?? throw Refused.Invalid("seized.kind-unknown", at + ".kind");
            if (!kind.Units.Contains(item.Unit, StringComparer.Ordinal))
                throw Refused.Invalid("seized.unit-unknown", at + ".unit").With("known", kind.Units);
            if (item.Number is not (> 0 and <= MaxNumber))
                throw Refused.Invalid("seized.number-out-of-range", at + ".number");
            if (string.IsNullOrWhiteSpace(item.HandedTo) || item.HandedTo.Length > MaxName)
                throw Refused.Invalid("seized.handed-to-missing", at + ".handedTo").With("most", MaxName);
            if (item.Note?.Length > TimelineEntry.MaxText)
                throw Refused.Invalid("note.length", at + ".note").With("most", TimelineEntry.MaxText);
            items.Add(new SeizedItem(kind.Code, item.Number, item.Unit, item.HandedTo.Trim(), item.Note, kind.Hint));
        }
        return items;
    }
}
