using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Leading;

/// <summary>Puts a case on the list of an area's weekly meeting; one that is there already stays. The target is the case.</summary>
internal sealed class PutOnMeeting(CaseDesk desk, Actor actor) : ICommandHandler<PutOnMeeting.Payload, CoordinateDb>
{
    /// <summary>Most cases that are put on one list by hand.</summary>
    public const int Most = 50;

    /// <param name="Area">Whose meeting; without one, that of the person's own area.</param>
    public sealed record Payload(string? Area = null);

    public static string Kind => "meeting.put";
    public static string Permission => Contracts.Permission.MeetingsWrite;

    public async Task<int> Handle(Command<Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var area = LedArea.Of(command.Payload.Area, actor);
        var found = await desk.Get(CaseId.From(command.Target), ct);
        if (await db.MeetingPicks.AnyAsync(p => p.AreaPath == area && p.CaseId == found.Id, ct))
            return found.Revision;
        if (await db.MeetingPicks.CountAsync(p => p.AreaPath == area, ct) >= Most)
            throw new Refused("meeting.full").With("most", Most);
        db.MeetingPicks.Add(
            new MeetingPick
            {
                AreaPath = area,
                CaseId = found.Id,
                PickedAt = command.ReceivedAt,
            }
        );
        db.Audit("meeting.put", "case", found.Id.ToString(), new { Area = area });
        return found.Revision;
    }
}
