using System.Data.Common;
using Fourfold.Kernel.Identity.ApiKeys;
using Fourfold.Kernel.Identity.Sessions;

namespace Fourfold.Kernel.Identity;

/// <summary>For connections that outlive their request (events, the live picture): whether their actor may still act.</summary>
public sealed class ActorWatch
{
    /// <summary>A post runs out, and another server ends a session, without a word here: so often it is asked.</summary>
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    // While the database is away nobody can end a session either; the picture goes on so long.
    private static readonly TimeSpan Benefit = TimeSpan.FromSeconds(30);

    private readonly SessionDirectory sessions;
    private readonly ApiKeyDirectory keys;
    private readonly TimeProvider clock;

    internal ActorWatch(SessionDirectory sessions, ApiKeyDirectory keys, TimeProvider clock) =>
        (this.sessions, this.keys, this.clock) = (sessions, keys, clock);

    /// <summary>False once the session ended, the person was switched off, the post ran out, its areas changed or the key was revoked.</summary>
    public async ValueTask<bool> StillActs(Actor actor, CancellationToken ct) =>
        actor switch
        {
            { Session: { } session } => await sessions.Find(session, ct) is { } now
                && now.Post == actor.Post
                && now.Purpose == actor.Purpose
                && now.Scope == actor.Scope,
            { Key: { } key } => await keys.IsValid(key, ct),
            _ => true,
        };

    /// <summary>
    /// Ends when the actor may no longer act: at once when that is done on this server, within seconds when it is done on
    /// another or comes with time. The connection must then be closed by whoever holds it.
    /// </summary>
    /// <exception cref="OperationCanceledException">The connection went first.</exception>
    /// <exception cref="DbException">The database has been away for so long that nobody can say.</exception>
    public async Task UntilOver(Actor actor, CancellationToken ct)
    {
        var sure = clock.GetUtcNow();
        while (true)
        {
            var changed = Changed(actor);
            try
            {
                if (!await StillActs(actor, ct))
                    return;
                sure = clock.GetUtcNow();
            }
            catch (DbException) when (clock.GetUtcNow() - sure < Benefit) { } // Asked again below.
            await Task.WhenAny(changed, Task.Delay(Interval, clock, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    private Task Changed(Actor actor) => actor.Key is null ? sessions.Changed : keys.Changed;
}
