using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.People;

/// <summary>A person as the administrator sees one.</summary>
internal sealed record PersonView(
    PersonId Id,
    string UserName,
    string DisplayName,
    bool Active,
    DateTimeOffset? LockedUntil,
    bool Synthetic,
    int Revision,
    IReadOnlyList<PostView> Posts
)
{
    public static PersonView Of(Person person, IEnumerable<PostView> posts, DateTimeOffset now) =>
        new(
            person.Id,
            person.UserName,
            person.DisplayName,
            person.Active,
            person.LockoutEnd > now ? person.LockoutEnd : null,
            person.Synthetic,
            person.Revision,
            [.. posts]
        );

    public static async Task<PersonView> Read(KernelDb db, IAreaDirectory areas, Person person, CancellationToken ct) =>
        Of(person, (await PostView.Of(db, areas, [person.Id], ct))[person.Id], db.Clock.GetUtcNow());
}

/// <summary>A post as the administrator sees one.</summary>
internal sealed record PostView(
    PostId Id,
    PersonId PersonId,
    [OneOf(typeof(Roles))] string Role,
    SessionUnit Unit,
    SessionArea Area,
    DateTimeOffset From,
    DateTimeOffset? Until,
    int Revision
)
{
    public static PostView Of(Post post, Unit unit, IAreaDirectory areas) =>
        new(
            post.Id,
            post.Person,
            post.Role,
            new SessionUnit(unit.Id, unit.Name),
            SessionArea.Of(unit, areas),
            post.From,
            post.Until,
            post.Revision
        );

    /// <summary>The posts of some people, past ones included, newest first.</summary>
    public static async Task<ILookup<PersonId, PostView>> Of(
        KernelDb db,
        IAreaDirectory areas,
        IReadOnlyCollection<PersonId> people,
        CancellationToken ct
    )
    {
        var rows = await (
            from post in db.Posts
            join unit in db.Units on post.Unit equals unit.Id
            where people.Contains(post.Person)
            orderby post.From descending
            select new { post, unit }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.ToLookup(r => r.post.Person, r => Of(r.post, r.unit, areas));
    }
}
