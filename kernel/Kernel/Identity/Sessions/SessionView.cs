using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Who is signed in, as what, for what, and what that allows.</summary>
internal sealed record SessionView(
    SessionPerson Person,
    SessionPost Post,
    IReadOnlyList<SessionPost> Posts,
    [OneOf(typeof(Purposes))] string Purpose,
    IReadOnlyList<string> Permissions,
    bool Simulated,
    bool SetupNeeded,
    string? DutyPhone,
    DateTimeOffset Now
);

/// <summary>Reads the view of a session's actor.</summary>
internal sealed class SessionViewer(
    KernelDb db,
    IAreaDirectory areas,
    DemonstrationMode demonstration,
    IOptions<DutyRoomOptions> dutyRoom
)
{
    public async Task<SessionView> Of(Actor actor, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == actor.Person, ct);
        var posts = await PostsOf(person.Id, ct);
        return new SessionView(
            new SessionPerson(person.Id, person.UserName, person.DisplayName),
            posts.Single(p => p.Id == actor.Post),
            posts,
            actor.Purpose,
            [.. actor.Permissions.Order(StringComparer.Ordinal)],
            demonstration.IsOn,
            SetupNeeded: false,
            dutyRoom.Value.Phone is { Length: > 0 } phone ? phone : null,
            db.Clock.GetUtcNow()
        );
    }

    private async Task<List<SessionPost>> PostsOf(PersonId person, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var rows = await (
            from post in db.Posts.InForce(now)
            join unit in db.Units on post.Unit equals unit.Id
            where post.Person == person
            orderby post.From, post.Id
            select new { post, unit }
        )
            .AsNoTracking()
            .Take(50)
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new SessionPost(
                r.post.Id,
                r.post.Role,
                new SessionUnit(r.unit.Id, r.unit.Name),
                SessionArea.Of(r.unit, areas)
            )),
        ];
    }
}

internal sealed record SessionPerson(PersonId Id, string UserName, string DisplayName);

internal sealed record SessionPost(PostId Id, [OneOf(typeof(Roles))] string Role, SessionUnit Unit, SessionArea Area);

internal sealed record SessionUnit(UnitId Id, string Name);

internal sealed record SessionArea(string Code, string Name, string Path)
{
    public static SessionArea Of(Unit unit, IAreaDirectory areas) =>
        new(unit.AreaCode, areas.Find(unit.AreaCode)?.Name ?? unit.AreaCode, unit.AreaPath);
}
