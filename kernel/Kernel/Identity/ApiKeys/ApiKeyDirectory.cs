using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Identity.ApiKeys;

/// <summary>Turns an API key's secret into an actor; remembers keys in use for a few seconds.</summary>
internal sealed class ApiKeyDirectory(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How every secret begins, so that a leaked one can be recognised.</summary>
    public const string Prefix = "ff_";
    private const int SecretBytes = 32;
    private const int SecretLength = 3 + 43;
    private const int MaximumRemembered = 1_000;
    private static readonly TimeSpan Remember = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);
    private readonly Bell bell = new();
    private long generation;

    /// <summary>Ends with the next <see cref="Forget"/>.</summary>
    public Task Changed => bell.Next;

    /// <summary>A new secret; shown once, never stored.</summary>
    public static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What is stored of a secret.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>The actor of a valid key, or null.</summary>
    public async ValueTask<Actor?> Find(string secret, CancellationToken ct)
    {
        if (secret.Length != SecretLength || !secret.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var now = clock.GetUtcNow();
        var hash = HashOf(secret);
        var name = Convert.ToHexString(hash);
        if (!known.TryGetValue(name, out var entry) || entry.ReadAt + Remember < now)
        {
            var before = Interlocked.Read(ref generation);
            entry = await Read(hash, now, ct);
            // Wrong secrets are not remembered: a guesser must not fill the memory.
            if (entry is null)
                return null;
            if (known.Count >= MaximumRemembered)
                known.Clear();
            // Forget() may have run while we read; then what we read may be old.
            if (before == Interlocked.Read(ref generation))
                known[name] = entry;
        }
        return now < entry.ExpiresAt ? entry.Actor : null;
    }

    /// <summary>Whether a key is neither revoked nor expired.</summary>
    public async ValueTask<bool> IsValid(ApiKeyId id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known.Values.Any(k => k.Actor.Key == id && now <= k.ReadAt + Remember && now < k.ExpiresAt))
            return true;
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<KernelDb>()
            .ApiKeys.AnyAsync(k => k.Id == id && k.RevokedAt == null && k.ExpiresAt > now, ct);
    }

    /// <summary>Forgets everything: called after each change of keys.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        known.Clear();
        bell.Ring();
    }

    private async Task<Known?> Read(byte[] hash, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("api-keys");
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var key = await db
            .ApiKeys.AsNoTracking()
            .FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null && k.ExpiresAt > now, ct);
        return key is null
            ? null
            : new Known(
                new Actor
                {
                    Kind = ActorKind.ApiKey,
                    Key = key.Id,
                    Name = key.Name,
                    AreaPath = key.AreaPath,
                    Scope = AreaScope.Below(key.AreaPath),
                    Purpose = key.Purpose,
                    Permissions = new HashSet<string>(key.Scopes, StringComparer.Ordinal),
                },
                now,
                key.ExpiresAt
            );
    }

    private sealed record Known(Actor Actor, DateTimeOffset ReadAt, DateTimeOffset ExpiresAt);
}
