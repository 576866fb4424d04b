using System.Collections.Concurrent;
using Fourfold.Kernel.Identity.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Turns a session's id into an actor, checking person, security stamp and post anew every few seconds and at each change made here.</summary>
internal sealed class SessionDirectory(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MaximumRemembered = 10_000;

    // Another server of a cluster learns of a change within this time.
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Known> known = new();
    private readonly Bell bell = new();
    private long generation;

    /// <summary>Ends with the next <see cref="Forget"/>.</summary>
    public Task Changed => bell.Next;

    /// <summary>The actor of a session, or null when it is over, the person is switched off or the post is not in force.</summary>
    public async ValueTask<Actor?> Find(Guid session, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(session, out var entry) || entry.ReadAt + Remember < now)
        {
            var before = Interlocked.Read(ref generation);
            entry = await Read(session, now, ct);
            if (known.Count >= MaximumRemembered)
                known.Clear();
            // Forget() may have run while we read; then what we read may be old.
            if (before == Interlocked.Read(ref generation))
                known[session] = entry;
        }
        return entry.Actor is not null && entry.From <= now && (entry.Until is null || now < entry.Until)
            ? entry.Actor
            : null;
    }

    /// <summary>Forgets everything: called after each change of people, posts, units or sessions.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        known.Clear();
        bell.Ring();
    }

    private async Task<Known> Read(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("sessions");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var found = await (
            from session in db.Sessions
            join person in db.People on session.Person equals person.Id
            join post in db.Posts on session.Post equals post.Id
            join unit in db.Units on post.Unit equals unit.Id
            where
                session.Id == id
                && session.EndedAt == null
                && person.Active
                && person.SecurityStamp == session.Stamp
                && post.Person == person.Id
            select new
            {
                session.Purpose,
                person,
                post,
                unit,
            }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        return found is null
            ? new Known(null, now, default, null)
            : new Known(
                PostActor.Of(found.person, found.post, found.unit, found.Purpose) with
                {
                    Session = id,
                },
                now,
                found.post.From,
                found.post.Until
            );
    }

    private sealed record Known(Actor? Actor, DateTimeOffset ReadAt, DateTimeOffset From, DateTimeOffset? Until);
}
