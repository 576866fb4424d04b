using System.Collections.Concurrent;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Identity.People;

/// <summary>Names of people from memory where possible, and posts that are in force.</summary>
internal sealed class PeopleDirectory(IServiceScopeFactory scopes, TimeProvider clock) : IPeople
{
    private const int MaximumRemembered = 20_000;
    private const int MaximumAsked = 1_000;
    private const int MaximumFound = 200;
    private readonly ConcurrentDictionary<PersonId, string> names = new();

    public async ValueTask<IReadOnlyDictionary<PersonId, string>> Names(
        IReadOnlyCollection<PersonId> ids,
        CancellationToken ct
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MaximumAsked);
        var found = new Dictionary<PersonId, string>(ids.Count);
        var missing = new List<PersonId>();
        foreach (var id in ids)
            if (names.TryGetValue(id, out var name))
                found[id] = name;
            else
                missing.Add(id);
        if (missing.Count == 0)
            return found;
        await using var scope = Scope(out var db);
        foreach (
            var row in await db
                .People.AsNoTracking()
                .Where(p => missing.Contains(p.Id))
                .Select(p => new { p.Id, p.DisplayName })
                .ToListAsync(ct)
        )
            found[row.Id] = names[row.Id] = row.DisplayName;
        if (names.Count > MaximumRemembered)
            names.Clear();
        return found;
    }

    public async ValueTask<PostSummary?> FindPost(PostId id, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        var now = clock.GetUtcNow();
        return await (
            from post in db.Posts.InForce(now)
            join person in db.People on post.Person equals person.Id
            where post.Id == id && person.Active
            select new PostSummary(post.Id, person.Id, post.Unit, post.Role, person.DisplayName)
        ).FirstOrDefaultAsync(ct);
    }

    public async ValueTask<IReadOnlyList<PostFound>> FindPosts(
        IReadOnlyCollection<string> roles,
        string areaPath,
        string text,
        int most,
        CancellationToken ct
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MaximumFound);
        await using var scope = Scope(out var db);
        var now = clock.GetUtcNow();
        var (low, high) = AreaScope.Below(areaPath);
        return await (
            from unit in db.Units
            join post in db.Posts.InForce(now) on unit.Id equals post.Unit
            join person in db.People on post.Person equals person.Id
            where string.Compare(unit.AreaPath, low) >= 0 && string.Compare(unit.AreaPath, high) < 0
            where roles.Contains(post.Role)
            where person.Active && person.DisplayName.Contains(text)
            orderby person.DisplayName, post.Id
            select new PostFound(
                new PostSummary(post.Id, person.Id, post.Unit, post.Role, person.DisplayName),
                unit.Name
            )
        )
            .Take(most)
            .ToListAsync(ct);
    }

    /// <summary>Forgets all names: called after a person is renamed.</summary>
    public void Forget() => names.Clear();

    private AsyncServiceScope Scope(out KernelDb db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("people");
        db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        return scope;
    }
}
