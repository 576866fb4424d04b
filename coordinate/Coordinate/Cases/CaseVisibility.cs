using Fourfold.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Tells other modules whether a case is there for whoever acts.</summary>
internal sealed class CaseVisibility(CoordinateDb db) : ICases
{
    public Task<bool> IsVisible(CaseId id, CancellationToken ct) => db.Cases.AnyAsync(c => c.Id == id, ct);
}
