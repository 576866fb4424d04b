using Fourfold.Contracts;
using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Identity.Posts;

/// <summary>三员分立: administrator, security officer and auditor are three persons, and none of them has a post that sees content.</summary>
internal static class PostRules
{
    private static readonly string[] Apart = [Roles.Administrator, Roles.SecurityOfficer, Roles.Auditor];

    /// <summary>Whether one person may hold both roles at a time.</summary>
    public static bool MayShare(string one, string other) =>
        one == other || !(Apart.Contains(one) || Apart.Contains(other));

    /// <summary>Refuses a post that overlaps one its role must be kept apart from.</summary>
    /// <exception cref="Refused">409 <c>post.roles-apart</c> with the role held.</exception>
    public static void RequireApart(Post next, IEnumerable<Post> held)
    {
        var clash = held.FirstOrDefault(p => Overlap(p, next) && !MayShare(p.Role, next.Role));
        if (clash is not null)
            throw new Refused("post.roles-apart").With("role", next.Role).With("held", clash.Role);
    }

    private static bool Overlap(Post a, Post b) =>
        (b.Until is null || a.From < b.Until) && (a.Until is null || b.From < a.Until);
}
