using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Notices;

/// <summary>Whom a notice reaches, and which ones reach somebody.</summary>
internal sealed class NoticeDesk(ServeDb db)
{
    /// <summary>Those that are on and meant for whoever acts: by the area of their post, and by the grids they serve.</summary>
    /// <remarks>Leaves the area filter: a grid may lie outside the area of one's unit; the posts are the actor's own.</remarks>
    public async Task<IQueryable<WorkerNotice>> ForActor(CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var grids = await db
            .GridPosts.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .Where(p => p.Post == db.Actor.Post)
            .Serving(now)
            .Select(p => p.AreaPath)
            .Distinct()
            .ToListAsync(ct);
        var paths = grids.Append(db.Actor.AreaPath).SelectMany(AreaPaths.Above).ToHashSet(StringComparer.Ordinal);
        return db.WorkerNotices.Where(n => paths.Contains(n.AreaPath) && n.Until > now && n.WithdrawnAt == null);
    }

    /// <summary>Those that the actor may look after: of their area and below.</summary>
    public IQueryable<WorkerNotice> InScope()
    {
        var (low, high) = db.Actor.Scope;
        return db.WorkerNotices.Where(n =>
            string.Compare(n.AreaPath, low) >= 0 && string.Compare(n.AreaPath, high) < 0
        );
    }

    /// <summary>The posts that serve grids of an area just now.</summary>
    public IQueryable<GridPost> Receivers(string areaPath) => Receivers(AreaScope.Below(areaPath));

    /// <summary>How many people serve grids of each area just now; one question for all areas of a level.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountReceivers(
        IEnumerable<string> areaPaths,
        CancellationToken ct
    )
    {
        var counts = areaPaths.Distinct(StringComparer.Ordinal).ToDictionary(p => p, _ => 0, StringComparer.Ordinal);
        foreach (var level in counts.Keys.GroupBy(p => p.Length).ToList())
        {
            var (length, paths) = (level.Key, level.Order(StringComparer.Ordinal).ToList());
            var found = await Receivers(new AreaScope(paths[0], AreaScope.Below(paths[^1]).High))
                .Where(p => paths.Contains(p.AreaPath.Substring(0, length)))
                .GroupBy(p => p.AreaPath.Substring(0, length))
                .Select(g => new { g.Key, People = g.Select(p => p.Person).Distinct().Count() })
                .ToListAsync(ct);
            foreach (var area in found)
                counts[area.Key] = area.People;
        }
        return counts;
    }

    private IQueryable<GridPost> Receivers(AreaScope scope) =>
        db.GridPosts.AsNoTracking().Within(scope).Serving(db.Clock.GetUtcNow());

    /// <summary>Has the phones of all whom it reaches told.</summary>
    public async Task Ring(WorkerNotice notice, CancellationToken ct)
    {
        var posts = await Receivers(notice.AreaPath).Select(p => p.Post).Distinct().ToListAsync(ct);
        foreach (var some in posts.Chunk(PushAsked.MostPosts))
            db.Publish(
                new PushAsked(
                    PushKinds.Notice,
                    notice.Id.ToString(),
                    notice.Urgent,
                    some,
                    null,
                    null,
                    null,
                    notice.By,
                    notice.SentAt
                )
            );
    }
}
