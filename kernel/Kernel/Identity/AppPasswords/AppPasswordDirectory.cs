using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Identity.AppPasswords;

/// <summary>Turns a name and an app password into an actor; remembers those in use for a few seconds, and slows guessing.</summary>
internal sealed class AppPasswordDirectory(IServiceScopeFactory scopes, SignInLimiter limiter, TimeProvider clock)
{
    private const string Basic = "Basic ";
    private const int MostHeader = 400;
    private const int MostRemembered = 1_000;
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    /// <summary>What is stored of a secret.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether a request comes with one.</summary>
    public static bool Comes(string authorization) =>
        authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase);

    /// <summary>The actor, or null when name and password are not ours.</summary>
    /// <exception cref="Refused">429 <c>session.too-many-attempts</c>.</exception>
    public async Task<Actor?> Find(HttpContext http, string authorization, string use)
    {
        var (name, secret) = Read(authorization);
        var key = Convert.ToHexString(HashOf($"{use}\n{name}\n{secret}"));
        var now = clock.GetUtcNow();
        if (known.TryGetValue(key, out var entry) && entry.ReadAt + Remember >= now)
            return entry.Actor;
        var address = http.Connection.RemoteIpAddress;
        // Counted apart from signing in: a wrong password in a phone must not lock its person out of the desk.
        var counted = $"{use}:{name}";
        limiter.Check(address, counted);
        if (await Look(name, secret, use, now, http.RequestAborted) is not { } actor)
        {
            limiter.Failed(address, counted);
            return null;
        }
        if (known.Count >= MostRemembered)
            known.Clear();
        known[key] = new Known(actor, now);
        return actor;
    }

    /// <summary>Forgets everything: called when one is revoked.</summary>
    public void Forget() => known.Clear();

    private async Task<Actor?> Look(string name, string secret, string use, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("app-passwords");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var hash = HashOf(secret);
        var normalized = name.ToUpperInvariant();
        var found = await (
            from password in db.AppPasswords
            join person in db.People on password.Person equals person.Id
            join post in db.Posts.InForce(now) on password.Post equals post.Id
            join unit in db.Units on post.Unit equals unit.Id
            where
                password.Hash == hash
                && password.Use == use
                && password.RevokedAt == null
                && password.ExpiresAt > now
                && person.NormalizedUserName == normalized
                && person.Active
                && person.SecurityStamp == password.Stamp
                && post.Person == person.Id
            select new
            {
                person,
                post,
                unit,
            }
        )
            .AsNoTracking()
            .FirstOrDefaultAsync(ct);
        if (found is null)
            return null;
        var actor = PostActor.Of(found.person, found.post, found.unit, Purposes.FieldWork);
        return actor with
        {
            Permissions = new HashSet<string>(
                actor.Permissions.Intersect(AppPasswordUses.PermissionsOf(use)),
                StringComparer.Ordinal
            ),
        };
    }

    private static (string Name, string Secret) Read(string authorization)
    {
        var bytes = new byte[MostHeader];
        if (
            authorization.Length > MostHeader
            || !Convert.TryFromBase64String(authorization[Basic.Length..].Trim(), bytes, out var length)
        )
            return ("", "");
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (text[..colon], text[(colon + 1)..]);
    }

    private sealed record Known(Actor Actor, DateTimeOffset ReadAt);
}
