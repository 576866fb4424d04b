using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Units;

namespace Fourfold.Kernel.Identity.Posts;

/// <summary>As whom a person acts under a post: its role, its unit, and the unit's area and below.</summary>
internal static class PostActor
{
    /// <summary>With all that the role may. Whether the post is in force is for the caller to ask.</summary>
    public static Actor Of(Person person, Post post, Unit unit, string purpose) =>
        new()
        {
            Kind = ActorKind.Person,
            Person = person.Id,
            Post = post.Id,
            Unit = unit.Id,
            Role = post.Role,
            Name = person.DisplayName,
            UnitName = unit.Name,
            AreaPath = unit.AreaPath,
            Scope = AreaScope.Below(unit.AreaPath),
            Purpose = purpose,
            Permissions = RolePermissions.Of(post.Role),
        };
}
