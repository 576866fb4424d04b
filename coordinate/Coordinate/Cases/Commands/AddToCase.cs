using Fourfold.Contracts;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases.Commands;

/// <summary>What comes after a report from the field: files whose signal was too weak to go with it, and further words. Only of one's own.</summary>
internal sealed class AddToCase(CaseDesk desk, CaseFiles files) : ICommandHandler<AddToCase.Payload, CoordinateDb>
{
    /// <param name="Text">Words; may be empty beside files.</param>
    /// <param name="Photos">Stored files: pictures, videos, spoken words.</param>
    public sealed record Payload(string Text = "", IReadOnlyList<FileId>? Photos = null);

    public static string Kind => "case.add";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public async Task<int> Handle(Command<Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var (text, given) = command.Payload;
        if (text.Length > TimelineEntry.MaxText || (text.Trim().Length == 0 && given is not { Count: > 0 }))
            throw Refused.Invalid("note.length", "payload.text").With("most", TimelineEntry.MaxText);
        var added = await files.Read(given ?? [], "payload.photos", ct);
        var act = desk.Now(command.ReceivedAt, command.DeviceTime);
        var found = await desk.Whole(CaseId.From(command.Target), ct);
        // Whose it is not learns nothing of it.
        if (found is null || found.ReportedBy is null || found.ReportedBy != act.Actor.Person)
            throw Refused.NotFound("case.unknown");
        found.Add(text.Trim(), added, act);
        desk.Announce(found, "added");
        return found.Revision;
    }
}
