using Fourfold.Contracts;
using Fourfold.Serve.Grids;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Workers;

/// <summary>What becomes of the people of a grid that is closed, divided or made one with another. Leaves are of their kernel posts and go on.</summary>
internal sealed class HandOver(ServeDb db)
{
    /// <summary>Who serves a grid now, or will.</summary>
    public Task<List<GridPost>> Serving(Grid grid, DateTimeOffset now, CancellationToken ct) =>
        db
            .GridPosts.Where(p => p.GridId == grid.Id && (p.Until == null || p.Until > now))
            .OrderBy(p => p.Id)
            .ToListAsync(ct);

    /// <summary>Ends all of them.</summary>
    /// <returns>How many.</returns>
    public async Task<int> EndAll(Grid grid, DateTimeOffset now, CancellationToken ct)
    {
        var posts = await Serving(grid, now, ct);
        foreach (var post in posts)
            End(post, now);
        return posts.Count;
    }

    /// <summary>Ends one.</summary>
    public static void End(GridPost post, DateTimeOffset now)
    {
        // One that has not begun yet ends as it begins.
        post.End(post.From < now ? now : post.From.AddMilliseconds(1), now);
        post.Revision++;
    }

    /// <summary>Has somebody serve another grid from now on, in the same role and hours.</summary>
    public void Join(GridPost post, Grid to, DateTimeOffset now)
    {
        var made = new GridPost
        {
            Id = Ids.New<GridPostId>(db.Clock),
            GridId = to.Id,
            AreaPath = to.AreaPath,
            Person = post.Person,
            Post = post.Post,
            Unit = post.Unit,
            Role = post.Role,
            Shifts = [.. post.Shifts],
            From = now,
            Synthetic = post.Synthetic,
        };
        if (post.Until is { } until)
            made.End(until, now);
        db.GridPosts.Add(made);
    }
}
