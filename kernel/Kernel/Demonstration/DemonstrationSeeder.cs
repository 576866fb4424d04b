using Fourfold.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Demonstration;

/// <summary>Runs every module's seeds in order; what is there already stays.</summary>
public sealed class DemonstrationSeeder(IServiceScopeFactory scopes)
{
    /// <summary>Called by the host before it listens, in the demonstration only.</summary>
    public async Task Seed(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("demonstration");
        foreach (var seed in scope.ServiceProvider.GetServices<IDemonstrationSeed>().OrderBy(s => s.Order))
            await seed.Seed(ct);
    }
}
