using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Audit;

/// <summary>Writes down that somebody was shown personal data by a refusal: what they tried is rolled back, that they looked is not.</summary>
internal sealed class Looks(IServiceScopeFactory scopes)
{
    /// <summary>Call it when the refused change is rolled back, and before the answer goes out.</summary>
    public async Task WriteDown(Refused refused, Actor actor, CancellationToken ct)
    {
        if (refused.Current is not IShowsPersonalData shown)
            return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = actor;
        var db = scope.ServiceProvider.GetRequiredService<KernelDb>();
        db.Audit($"{shown.SubjectKind}.seen", shown.SubjectKind, shown.SubjectId, new { Refused = refused.Code });
        await db.SaveChangesAsync(ct);
    }
}
