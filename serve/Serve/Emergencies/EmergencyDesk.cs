using Fourfold.Serve.Forms;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Emergencies;

/// <summary>Whether an emergency is on.</summary>
internal sealed class EmergencyDesk(ServeDb db)
{
    /// <summary>Those that the actor may know of: of the areas above, which concern them too, and below.</summary>
    public IQueryable<Emergency> Visible()
    {
        var above = AreaPaths.Above(db.Actor.AreaPath);
        var (low, high) = db.Actor.Scope;
        return db.Emergencies.Where(e =>
            above.Contains(e.AreaPath) || (string.Compare(e.AreaPath, low) >= 0 && string.Compare(e.AreaPath, high) < 0)
        );
    }

    /// <summary>Whether one is on now in the actor's area or somewhere below.</summary>
    public Task<bool> ConcernsActor(CancellationToken ct) => On(Visible(), db.Clock.GetUtcNow()).AnyAsync(ct);

    /// <summary>Whether one was on at a place at a time.</summary>
    public Task<bool> WasOn(string areaPath, DateTimeOffset at, CancellationToken ct)
    {
        var above = AreaPaths.Above(areaPath);
        return On(db.Emergencies.Where(e => above.Contains(e.AreaPath)), at).AnyAsync(ct);
    }

    internal static IQueryable<Emergency> On(IQueryable<Emergency> emergencies, DateTimeOffset at) =>
        emergencies.Where(e => e.From <= at && e.Until > at && (e.EndedAt == null || e.EndedAt > at));
}
