using Fourfold.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Vessels;

/// <summary>Reads the register's rows at start and writes what changed in batches, so that names survive a restart.</summary>
internal sealed partial class VesselKeeper(
    VesselRegister register,
    IServiceScopeFactory scopes,
    IOptions<SenseOptions> options,
    TimeProvider clock,
    ILogger<VesselKeeper> log
) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim saving = new(1, 1);

    public override void Dispose()
    {
        saving.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        var loaded = false;
        do
        {
            try
            {
                if (!loaded)
                    await Load(ct);
                loaded = true;
                await SaveAll(ct);
            }
            catch (Exception fault) when (fault is not OperationCanceledException) // The outermost loop: the database may be away.
            {
                Fell(log, fault);
            }
        } while (await Ticked(timer, ct));
    }

    public override async Task StopAsync(CancellationToken ct)
    {
        await base.StopAsync(ct);
        await SaveAll(ct);
    }

    private static async Task<bool> Ticked(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task Load(CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        register.Load(
            await db
                .Vessels.AsNoTracking()
                .OrderByDescending(v => v.LastHeardAt)
                .Take(options.Value.MaximumVessels)
                .ToListAsync(ct)
        );
    }

    /// <summary>Writes everything that is not yet in rows.</summary>
    internal async Task SaveAll(CancellationToken ct)
    {
        // One at a time: two that save one new vessel would both add its row.
        await saving.WaitAsync(ct);
        try
        {
            while (register.TakeUnsaved(BatchSize) is { Count: > 0 } batch)
                await SaveOrKeep(batch, ct);
        }
        finally
        {
            saving.Release();
        }
    }

    private async Task SaveOrKeep(IReadOnlyList<Vessel> batch, CancellationToken ct)
    {
        try
        {
            await Save(batch, ct);
        }
        catch
        {
            register.StillUnsaved(batch);
            throw;
        }
    }

    private async Task Save(IReadOnlyList<Vessel> batch, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        var keys = batch.Select(v => v.Mmsi).ToList();
        var known = await db
            .Vessels.AsNoTracking()
            .Where(v => keys.Contains(v.Mmsi))
            .Select(v => v.Mmsi)
            .ToListAsync(ct);
        var exists = known.ToHashSet();
        foreach (var vessel in batch)
            db.Entry(vessel).State = exists.Contains(vessel.Mmsi) ? EntityState.Modified : EntityState.Added;
        await db.SaveChangesAsync(ct);
    }

    private AsyncServiceScope Scope(out SenseDb db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("vessel-keeper");
        db = scope.ServiceProvider.GetRequiredService<SenseDb>();
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Vessels could not be saved; trying again")]
    private static partial void Fell(ILogger log, Exception exception);
}
