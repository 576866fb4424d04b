using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Leading;

/// <summary>Takes a case off the list again; what the rules find stays on it.</summary>
internal sealed class TakeOffMeeting(CaseDesk desk, Actor actor) : ICommandHandler<PutOnMeeting.Payload, CoordinateDb>
{
    public static string Kind => "meeting.take-out";
    public static string Permission => Contracts.Permission.MeetingsWrite;

    public async Task<int> Handle(Command<PutOnMeeting.Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var area = LedArea.Of(command.Payload.Area, actor);
        var found = await desk.Get(CaseId.From(command.Target), ct);
        if (await db.MeetingPicks.FirstOrDefaultAsync(p => p.AreaPath == area && p.CaseId == found.Id, ct) is { } pick)
        {
            db.MeetingPicks.Remove(pick);
            db.Audit("meeting.taken-out", "case", found.Id.ToString(), new { Area = area });
        }
        return found.Revision;
    }
}
