using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Microsoft.AspNetCore.Http;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Opens a session for a person who has proved to be one: row, audit and cookie.</summary>
internal sealed class SessionOpener(KernelDb db, SessionDirectory sessions, ActorHolder holder)
{
    /// <summary>Opens it and lets the rest of the request act in it.</summary>
    public async Task<Actor> Open(
        HttpContext http,
        Person person,
        PostId post,
        string purpose,
        string? note,
        CancellationToken ct
    )
    {
        var session = new Session
        {
            Id = Ids.NewGuid(db.Clock),
            Person = person.Id,
            Post = post,
            Purpose = purpose,
            PurposeNote = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            Stamp = person.SecurityStamp,
            StartedAt = db.Clock.GetUtcNow(),
        };
        db.Sessions.Add(session);
        holder.Actor = holder.Actor with
        {
            Kind = ActorKind.Person,
            Person = person.Id,
            Post = post,
            Purpose = purpose,
        };
        db.Audit("session.started", "session", session.Id.ToString());
        await db.SaveChangesAsync(ct);
        var actor = await sessions.Find(session.Id, ct);
        await SessionCookie.Write(http, session.Id);
        // Found: it was just written, with a post in force.
        return holder.Actor = actor! with { CorrelationId = http.TraceIdentifier };
    }
}
