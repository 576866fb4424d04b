using System.Security.Cryptography;
using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Jobs;

/// <summary>This server's claim to be the one that runs jobs.</summary>
internal sealed class SchedulerLease(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>How long a dead holder keeps the others waiting.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(20);
    private const string Name = "scheduler";
    private readonly string me = RandomNumberGenerator.GetHexString(16);
    private DateTimeOffset renewedAt;

    /// <summary>The fence while held, else null.</summary>
    public long? Fence { get; private set; }

    /// <summary>Takes or renews the lease; writes at most once in a third of its life.</summary>
    public async Task<long?> Hold(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Fence is not null && (now - renewedAt).Duration() < Life / 3)
            return Fence;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(Name);
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var lease = await db.Leases.FirstOrDefaultAsync(l => l.Name == Name, ct);
        // Nobody promises for longer than a life: a promise from further ahead was made by a clock since set back.
        if (lease is not null && lease.Holder != me && lease.ExpiresAt > now && lease.ExpiresAt <= now + (2 * Life))
            return Fence = null;
        if (lease is null)
        {
            lease = new Lease
            {
                Name = Name,
                Holder = "",
                Fence = 0,
                ExpiresAt = now,
            };
            db.Leases.Add(lease);
        }
        if (lease.Holder != me)
            (lease.Holder, lease.Fence) = (me, lease.Fence + 1);
        lease.ExpiresAt = now + Life;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) // Another server was faster.
        {
            return Fence = null;
        }
        renewedAt = now;
        return Fence = lease.Fence;
    }

    /// <summary>Gives it back, so that the next start need not wait.</summary>
    public async Task Release()
    {
        if (Fence is null)
            return;
        Fence = null;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        await db
            .Leases.Where(l => l.Name == Name && l.Holder == me)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, clock.GetUtcNow()));
    }
}
