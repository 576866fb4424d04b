using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>What holds for each choice of post and purpose.</summary>
internal static class SessionRules
{
    private const int MaximumNote = 200;

    /// <summary>The purpose must be known, and <c>other</c> said in words.</summary>
    /// <exception cref="Refused">422 <c>session.purpose-unknown</c>, <c>session.purpose-note-missing</c>, <c>session.purpose-note-long</c>.</exception>
    public static void RequirePurpose(string purpose, string? note)
    {
        if (!Purposes.All.Contains(purpose))
            throw Refused.Invalid("session.purpose-unknown", "purpose").With("purposes", Purposes.All);
        if (purpose == Purposes.Other && string.IsNullOrWhiteSpace(note))
            throw Refused.Invalid("session.purpose-note-missing", "purposeNote");
        if (note?.Length > MaximumNote)
            throw Refused.Invalid("session.purpose-note-long", "purposeNote").With("maximum", MaximumNote);
    }

    /// <summary>The asked post, or the person's first; in force now.</summary>
    /// <exception cref="Refused">403 <c>session.post-missing</c> when the person has none, or not that one.</exception>
    public static async Task<PostId> ChoosePost(KernelDb db, PersonId person, PostId? asked, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var posts = await db
            .Posts.AsNoTracking()
            .InForce(now)
            .Where(p => p.Person == person)
            .OrderBy(p => p.From)
            .ThenBy(p => p.Id)
            .Select(p => p.Id)
            .Take(50)
            .ToListAsync(ct);
        if (asked is { } wanted && posts.Contains(wanted))
            return wanted;
        return asked is null && posts.Count > 0 ? posts[0] : throw new Refused("session.post-missing", 403);
    }
}
