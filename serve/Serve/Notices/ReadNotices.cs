using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Notices;

/// <summary>Notices for whoever asks, and that they were read.</summary>
internal static class ReadNotices
{
    /// <param name="From">The unit that sent it.</param>
    /// <param name="ReadAt">When one said that one read it, or null.</param>
    internal sealed record NoticeView(
        WorkerNoticeId Id,
        string Title,
        string Text,
        bool Urgent,
        string From,
        DateTimeOffset SentAt,
        DateTimeOffset Until,
        DateTimeOffset? ReadAt
    );

    public static void Map(IEndpointRouteBuilder notices)
    {
        notices.MapGet("", List).WithName("ListNotices").Needs(Permission.NoticesRead);
        notices
            .MapPost("/{id}/read", Read)
            .WithName("MarkNoticeRead")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.NoticesRead);
    }

    private static async Task<Ok<Page<NoticeView>>> List(ServeDb db, NoticeDesk desk, CancellationToken ct)
    {
        // What is on at once is a handful; the newest are one page.
        var rows = await (await desk.ForActor(ct))
            .AsNoTracking()
            .OrderByDescending(n => n.Sequence)
            .Take(Page.MaximumLimit)
            .ToListAsync(ct);
        var ids = rows.Select(n => n.Id).ToArray();
        var reads = await db
            .NoticeReads.Where(r => r.Person == db.Actor.Person && ids.Contains(r.Notice))
            .ToDictionaryAsync(r => r.Notice, r => r.At, ct);
        return TypedResults.Ok(
            new Page<NoticeView>(
                [
                    .. rows.Select(n => new NoticeView(
                        n.Id,
                        n.Title,
                        n.Text,
                        n.Urgent,
                        n.UnitName,
                        n.SentAt,
                        n.Until,
                        reads.TryGetValue(n.Id, out var at) ? at : null
                    )),
                ],
                null
            )
        );
    }

    // Also when it is over meanwhile: a phone may have read it without a line.
    private static async Task<NoContent> Read(WorkerNoticeId id, ServeDb db, CancellationToken ct)
    {
        var person = db.Actor.Person ?? throw new Refused("notice.no-person", 403);
        if (!await db.WorkerNotices.AnyAsync(n => n.Id == id, ct))
            throw Refused.NotFound("notice.unknown");
        if (!await db.NoticeReads.AnyAsync(r => r.Notice == id && r.Person == person, ct))
        {
            db.NoticeReads.Add(
                new NoticeRead
                {
                    Notice = id,
                    Person = person,
                    At = db.Clock.GetUtcNow(),
                }
            );
            db.Audit("notice.read", "notice", id.ToString());
            db.Tell("notice", id.ToString(), 0, "read", db.Actor.AreaPath);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.NoContent();
    }
}
