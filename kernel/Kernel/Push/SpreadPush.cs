using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Push;

/// <summary>Finds the phones of those concerned, and lays one message down for each. Only of people who switched it on.</summary>
internal sealed class SpreadPush(
    IOptions<PushOptions> options,
    KernelMetrics metrics,
    IStandIns? standIns = null // Whoever knows of leaves registers it.
) : IHandle<PushAsked, KernelDb>
{
    public async Task Handle(PushAsked happened, KernelDb db, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var expires = happened.At + options.Value.TimeToLive;
        if (!options.Value.Enabled || expires <= now)
            return;
        var people = await People(happened, db, now, ct);
        var room = options.Value.MostWaiting - await db.PushMessages.CountAsync(ct);
        var phones = await db
            .PushSubscriptions.AsNoTracking()
            .Where(s => people.Contains(s.Person))
            .Select(s => s.Id)
            .ToListAsync(ct);
        foreach (var phone in phones.Take(Math.Max(0, room)))
            db.PushMessages.Add(
                new PushMessage
                {
                    Id = Ids.NewGuid(db.Clock),
                    Subscription = phone,
                    Kind = happened.Kind,
                    Subject = happened.Subject,
                    Urgent = happened.Urgent,
                    ExpiresAt = expires,
                    DueAt = now,
                }
            );
        if (phones.Count > room)
            metrics.PushesEnded("queue-full", phones.Count - Math.Max(0, room));
    }

    private async Task<List<PersonId>> People(PushAsked asked, KernelDb db, DateTimeOffset now, CancellationToken ct)
    {
        var posts = asked.Posts.Take(PushAsked.MostPosts).ToHashSet();
        if (standIns is not null)
            foreach (var post in posts.ToList())
                posts.UnionWith(await standIns.DeputiesOf(post, ct));
        var held = await db
            .Posts.AsNoTracking()
            .InForce(now)
            .Where(p => posts.Contains(p.Id) || (asked.Unit != null && p.Unit == asked.Unit))
            .Select(p => new
            {
                p.Id,
                p.Person,
                p.Role,
            })
            .ToListAsync(ct);
        var people = held.Where(p =>
                posts.Contains(p.Id)
                || asked.Permission is null
                || RolePermissions.Of(p.Role).Contains(asked.Permission)
            )
            .Select(p => p.Person)
            .ToHashSet();
        if (asked.Person is { } one)
            people.Add(one);
        if (asked.Except is { } actor)
            people.Remove(actor);
        return await db.People.Where(p => people.Contains(p.Id) && p.Active).Select(p => p.Id).ToListAsync(ct);
    }
}
