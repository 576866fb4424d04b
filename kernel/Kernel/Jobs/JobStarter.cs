using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Jobs;

/// <summary>Writes jobs down, in a scope of their own so that any module can ask.</summary>
internal sealed class JobStarter(IServiceScopeFactory scopes, IEnumerable<JobKind> kinds, Actor actor, JobSignal signal)
    : IJobs
{
    public async Task<JobId> Start<TArgument>(string kind, TArgument argument, CancellationToken ct)
    {
        if (!kinds.Any(k => k.Kind == kind))
            throw new ArgumentException($"no module offers the job {kind}", nameof(kind));
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = actor;
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        var job = new Job
        {
            Id = Ids.New<JobId>(db.Clock),
            Kind = kind,
            Argument = JsonSerializer.Serialize(argument, StoredJson.Options),
            AskedAt = db.Clock.GetUtcNow(),
            AskedBy = actor.Person,
            CorrelationId = actor.CorrelationId,
        };
        db.Jobs.Add(job);
        db.Audit("job.asked", "job", job.Id.ToString(), new { kind });
        db.Tell("job", job.Id.ToString(), job.Revision, "queued", "");
        db.WhenCommitted(signal.Wake);
        await db.SaveChangesAsync(ct);
        return job.Id;
    }
}

/// <summary>Wakes the scheduler before its next look.</summary>
internal sealed class JobSignal
{
    private readonly SemaphoreSlim gate = new(0, 1);

    public void Wake()
    {
        try
        {
            gate.Release();
        }
        catch (SemaphoreFullException) { } // Woken already.
    }

    public Task Wait(CancellationToken ct) => gate.WaitAsync(ct);
}
