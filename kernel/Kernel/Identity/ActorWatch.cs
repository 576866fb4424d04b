using Fourfold.Kernel.Identity.ApiKeys;
using Fourfold.Kernel.Identity.Sessions;

namespace Fourfold.Kernel.Identity;

/// <summary>For connections that outlive their request (events, the live picture): whether their actor may still act.</summary>
public sealed class ActorWatch
{
    private readonly SessionDirectory sessions;
    private readonly ApiKeyDirectory keys;

    internal ActorWatch(SessionDirectory sessions, ApiKeyDirectory keys) =>
        (this.sessions, this.keys) = (sessions, keys);

    /// <summary>False once the session ended, the person was switched off, the post ran out or the key was revoked. Ask every few seconds.</summary>
    public async ValueTask<bool> StillActs(Actor actor, CancellationToken ct) =>
        actor switch
        {
            { Session: { } session } => await sessions.Find(session, ct) is { } now
                && now.Post == actor.Post
                && now.Purpose == actor.Purpose,
            { Key: { } key } => await keys.IsValid(key, ct),
            _ => true,
        };
}
