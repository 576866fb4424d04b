using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
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

    public static async Task<PersonView> Read(KernelDb db, Person person, CancellationToken ct) =>
        Of(person, (await PostView.Of(db, [person.Id], ct))[person.Id], db.Clock.GetUtcNow());
}

/// <summary>A post as the administrator sees one.</summary>
internal sealed record PostView(
    PostId Id,
    PersonId PersonId,
    string Role,
    UnitId UnitId,
    string UnitName,
    DateTimeOffset From,
    DateTimeOffset? Until,
    int Revision
)
{
    public static PostView Of(Post post, string unitName) =>
        new(post.Id, post.Person, post.Role, post.Unit, unitName, post.From, post.Until, post.Revision);

    /// <summary>The posts of some people, past ones included, newest first.</summary>
    public static async Task<ILookup<PersonId, PostView>> Of(
        KernelDb db,
        IReadOnlyCollection<PersonId> people,
        CancellationToken ct
    )
    {
        var rows = await (
            from post in db.Posts
            join unit in db.Units on post.Unit equals unit.Id
            where people.Contains(post.Person)
            orderby post.From descending
            select new { post, unit.Name }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        return rows.ToLookup(r => r.post.Person, r => Of(r.post, r.Name));
    }
}
