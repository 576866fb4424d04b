using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Workers;

/// <summary>Finds posts on grids and shows them with names, hours and leaves; which were looked at is written down.</summary>
internal sealed class WorkerDesk(ServeDb db, IPeople people, IOptions<ServeOptions> options)
{
    /// <summary>The post on a grid with this id, if the grid is one of the actor's area.</summary>
    /// <exception cref="Refused">404 <c>grid-post.unknown</c>.</exception>
    public async Task<GridPost> Find(GridPostId id, CancellationToken ct) =>
        await db.GridPosts.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw Refused.NotFound("grid-post.unknown");

    /// <summary>One as it is shown.</summary>
    public async Task<GridPostView> Show(GridPost post, CancellationToken ct) => (await Show([post], ct))[0];

    /// <summary>A page as it is shown: three queries, however many there are.</summary>
    public async Task<IReadOnlyList<GridPostView>> Show(IReadOnlyList<GridPost> posts, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var grids = posts.Select(p => p.GridId).Distinct().ToArray();
        var names = await db
            .Grids.AsNoTracking()
            .Where(g => grids.Contains(g.Id))
            .Select(g => new
            {
                g.Id,
                g.Code,
                g.Name,
            })
            .ToDictionaryAsync(g => g.Id, ct);
        // Who is away is away from every grid they serve under that post.
        var ids = posts.Select(p => p.Post).Distinct().ToArray();
        var leaves = await db
            .Leaves.AsNoTracking()
            .Where(l => ids.Contains(l.AbsentPost) && l.From <= now && l.Until > now)
            .ToListAsync(ct);
        var away = leaves.ToLookup(l => l.AbsentPost);
        var deputies = await Deputies(leaves, ct);
        var persons = await people.Names([.. posts.Select(p => p.Person).Concat(deputies.Values).Distinct()], ct);
        return
        [
            .. posts.Select(p =>
            {
                var leave = away[p.Post].FirstOrDefault();
                return new GridPostView(
                    p.Id,
                    p.GridId,
                    names[p.GridId].Code,
                    names[p.GridId].Name,
                    p.Person,
                    persons.GetValueOrDefault(p.Person),
                    p.Post,
                    p.Unit,
                    p.Role,
                    p.Shifts,
                    p.From,
                    p.Until,
                    OnDuty(p, leave is not null, now),
                    leave is null ? null : View(leave, deputies, persons),
                    p.Synthetic,
                    p.Revision
                );
            }),
        ];
    }

    /// <summary>A leave as it is shown.</summary>
    public async Task<LeaveView> Show(Leave leave, CancellationToken ct) => (await Show([leave], ct))[0];

    /// <summary>Leaves as they are shown.</summary>
    public async Task<IReadOnlyList<LeaveView>> Show(IReadOnlyList<Leave> leaves, CancellationToken ct)
    {
        var deputies = await Deputies(leaves, ct);
        var names = await people.Names([.. deputies.Values.Distinct()], ct);
        return [.. leaves.Select(leave => View(leave, deputies, names))];
    }

    /// <summary>Writes down whose rows were looked at.</summary>
    public async Task Seen(IReadOnlyList<GridPost> posts, CancellationToken ct)
    {
        if (posts.Count == 0)
            return;
        db.Audit("grid-posts.listed", "grid-post", "*", new { Ids = posts.Select(p => p.Id) });
        await db.SaveChangesAsync(ct);
    }

    private bool? OnDuty(GridPost post, bool away, DateTimeOffset now)
    {
        if (away || !post.IsInForce(now))
            return false;
        var local = now.AddHours(options.Value.UtcOffsetHours).UtcDateTime;
        return post.Shifts.Count == 0 ? null : post.Shifts.Exists(s => s.Holds(local));
    }

    private async Task<Dictionary<GridPostId, PersonId>> Deputies(IEnumerable<Leave> leaves, CancellationToken ct)
    {
        var ids = leaves.Select(l => l.Deputy).Distinct().ToArray();
        return ids.Length == 0
            ? []
            : await db
                .GridPosts.AsNoTracking()
                .Where(p => ids.Contains(p.Id))
                .ToDictionaryAsync(p => p.Id, p => p.Person, ct);
    }

    private static LeaveView View(
        Leave leave,
        Dictionary<GridPostId, PersonId> deputies,
        IReadOnlyDictionary<PersonId, string> names
    )
    {
        // Somebody of another area may stand in; then only that there is somebody is shown.
        PersonId? deputy = deputies.TryGetValue(leave.Deputy, out var person) ? person : null;
        return new LeaveView(
            leave.Id,
            leave.Absent,
            leave.Deputy,
            deputy,
            deputy is { } known ? names.GetValueOrDefault(known) : null,
            leave.From,
            leave.Until,
            leave.Revision
        );
    }
}
