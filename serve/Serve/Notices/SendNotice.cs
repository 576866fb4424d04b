using System.Globalization;
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

/// <summary>A centre sends a notice to the workers of an area, sees how many have read it, and takes it back.</summary>
internal static class SendNotice
{
    /// <summary>What looking at who has read can be for.</summary>
    private static readonly string[] For = [Purposes.CaseWork, Purposes.Administration];

    /// <param name="Area">Code of the area; its workers and those below are told.</param>
    /// <param name="Title">1 … 60 characters.</param>
    /// <param name="Text">1 … 1,000 characters.</param>
    /// <param name="Until">At most 60 days from now.</param>
    /// <param name="Urgent">Whether phones ring for it though they save their batteries.</param>
    internal sealed record SendRequest(
        string Area,
        string Title,
        string Text,
        DateTimeOffset Until,
        bool Urgent = false
    );

    /// <param name="Receivers">People who serve there now.</param>
    /// <param name="Read">How many of all have said that they read it.</param>
    internal sealed record SentNotice(
        WorkerNoticeId Id,
        string AreaCode,
        string? AreaName,
        string Title,
        string Text,
        bool Urgent,
        DateTimeOffset SentAt,
        DateTimeOffset Until,
        DateTimeOffset? WithdrawnAt,
        int Receivers,
        int Read,
        int Revision
    );

    /// <param name="Person">Who.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="ReadAt">When they said that they read it; null while they have not.</param>
    internal sealed record NoticeReader(PersonId Person, string? Name, DateTimeOffset? ReadAt);

    public static void Map(IEndpointRouteBuilder notices)
    {
        notices
            .MapPost("", Send)
            .WithName("SendNotice")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.NoticesWrite);
        notices
            .MapGet("/sent", List)
            .WithName("ListSentNotices")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.NoticesWrite);
        notices
            .MapPost("/{id}/withdraw", Withdraw)
            .WithName("WithdrawNotice")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.NoticesWrite);
        notices
            .MapGet("/{id}/readers", Readers)
            .WithName("ListNoticeReaders")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.NoticesWrite, For);
    }

    private static async Task<Created<SentNotice>> Send(
        SendRequest request,
        ServeDb db,
        NoticeDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var area = areas.Find(request.Area) ?? throw Refused.Invalid("area.unknown", "area");
        if (!db.Actor.Scope.Holds(area.Path))
            throw new Refused("area.outside", 403).With("areaCode", area.Code);
        var now = db.Clock.GetUtcNow();
        var (title, text) = (
            Checked(request.Title, WorkerNotice.LongestTitle, "title"),
            Checked(request.Text, WorkerNotice.LongestText, "text")
        );
        if (request.Until <= now || request.Until > now.AddDays(WorkerNotice.MostDays))
            throw Refused.Invalid("notice.until-range", "until").With("mostDays", WorkerNotice.MostDays);
        var notice = new WorkerNotice
        {
            Id = Ids.New<WorkerNoticeId>(db.Clock),
            AreaPath = area.Path,
            Title = title,
            Text = text,
            Urgent = request.Urgent,
            SentAt = now,
            Until = request.Until,
            By = db.Actor.Person,
            UnitName = db.Actor.UnitName,
        };
        db.WorkerNotices.Add(notice);
        db.Audit(
            "notice.sent",
            "notice",
            notice.Id.ToString(),
            new
            {
                Area = area.Code,
                notice.Urgent,
                notice.Until,
            }
        );
        // Those it is for are below the area, and hear of changes of their own only: so all are told to look.
        db.Tell("notice", notice.Id.ToString(), notice.Revision, "sent", "");
        await desk.Ring(notice, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/notices/{notice.Id}", (await Show([notice], db, desk, areas, ct))[0]);
    }

    private static async Task<Ok<Page<SentNotice>>> List(
        int? limit,
        string? cursor,
        ServeDb db,
        NoticeDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var rows = desk.InScope().AsNoTracking();
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(n => n.Sequence < before);
        var found = await rows.OrderByDescending(n => n.Sequence).Take(take + 1).ToListAsync(ct);
        var page = Page.Cut(found, take, n => n.Sequence);
        return TypedResults.Ok(page.Showing(await Show(page.Items, db, desk, areas, ct)));
    }

    private static async Task<Ok<SentNotice>> Withdraw(
        WorkerNoticeId id,
        ServeDb db,
        NoticeDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var notice = await Find(id, desk, ct);
        notice.Withdraw(db.Clock.GetUtcNow());
        db.Audit("notice.withdrawn", "notice", id.ToString());
        db.Tell("notice", id.ToString(), notice.Revision, "withdrawn", "");
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await Show([notice], db, desk, areas, ct))[0]);
    }

    private static async Task<Ok<Page<NoticeReader>>> Readers(
        WorkerNoticeId id,
        int? limit,
        string? cursor,
        ServeDb db,
        NoticeDesk desk,
        IPeople people,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var from = ReadersAfter(cursor, db.Clock.GetUtcNow());
        var notice = await Find(id, desk, ct);
        var reads = await db.NoticeReads.AsNoTracking().Where(r => r.Notice == id).ToListAsync(ct);
        var read = reads.ToDictionary(r => r.Person, r => r.At);
        var receivers = await desk.Receivers(notice.AreaPath).Select(p => p.Person).Distinct().ToListAsync(ct);
        // Those who have not read come first: it is they whom one calls.
        var rows = receivers
            .Union(read.Keys)
            .Select(p => (HasRead: read.TryGetValue(p, out var at) && at <= from.AsOf, Person: p))
            .Where(r => from.Last is not { } last || (r.HasRead, r.Person.Value).CompareTo(last) > 0)
            .OrderBy(r => (r.HasRead, r.Person.Value))
            .Take(take + 1)
            .ToList();
        var asOf = from.AsOf.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var page = Page.Cut(rows, take, r => [asOf, r.HasRead ? "1" : "0", r.Person.ToString()]);
        PersonId[] shown = [.. page.Items.Select(r => r.Person)];
        var names = await people.Names(shown, ct);
        db.Audit("notice.readers-seen", "notice", id.ToString(), new { People = shown });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(
            page.Showing<NoticeReader>([
                .. shown.Select(p => new NoticeReader(
                    p,
                    names.GetValueOrDefault(p),
                    read.TryGetValue(p, out var at) ? at : null
                )),
            ])
        );
    }

    // Who reads while somebody pages stays where the first page had them, so that nobody comes twice or never.
    private static (DateTimeOffset AsOf, (bool HasRead, Guid Person)? Last) ReadersAfter(
        string? cursor,
        DateTimeOffset now
    )
    {
        if (Page.Key(cursor, 3) is not [var asOf, var hasRead, var person])
            return (now, null);
        if (
            long.TryParse(asOf, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds <= now.ToUnixTimeMilliseconds()
            && hasRead is "0" or "1"
            && Ids.TryParse<PersonId>(person, out var last)
        )
            return (DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), (hasRead == "1", last.Value));
        throw Refused.Invalid("request.cursor-malformed", "cursor");
    }

    private static async Task<WorkerNotice> Find(WorkerNoticeId id, NoticeDesk desk, CancellationToken ct) =>
        await desk.InScope().FirstOrDefaultAsync(n => n.Id == id, ct) ?? throw Refused.NotFound("notice.unknown");

    private static async Task<IReadOnlyList<SentNotice>> Show(
        IReadOnlyList<WorkerNotice> notices,
        ServeDb db,
        NoticeDesk desk,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var ids = notices.Select(n => n.Id).ToArray();
        var reads = await db
            .NoticeReads.Where(r => ids.Contains(r.Notice))
            .GroupBy(r => r.Notice)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var receivers = await desk.CountReceivers(notices.Select(n => n.AreaPath), ct);
        return
        [
            .. notices.Select(n => new SentNotice(
                n.Id,
                n.AreaPath,
                areas.Find(n.AreaPath)?.Name,
                n.Title,
                n.Text,
                n.Urgent,
                n.SentAt,
                n.Until,
                n.WithdrawnAt,
                receivers[n.AreaPath],
                reads.GetValueOrDefault(n.Id),
                n.Revision
            )),
        ];
    }

    private static string Checked(string? given, int most, string field)
    {
        var text = given?.Trim() ?? "";
        return text.Length > 0 && text.Length <= most
            ? text
            : throw Refused.Invalid("request.text-length", field).With("most", most);
    }
}
