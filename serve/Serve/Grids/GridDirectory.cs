using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Grids;

/// <summary>Tells other modules which grid an id names.</summary>
/// <remarks>Leaves the area filter: a code and a name are on every map, and the asker decides what follows from them.</remarks>
internal sealed class GridDirectory(ServeDb db) : IGrids
{
    public async ValueTask<GridSummary?> Find(GridId id, CancellationToken ct)
    {
        var grid = await db
            .Grids.AsNoTracking()
            .IgnoreQueryFilters([ModuleDb.AreaFilter])
            .FirstOrDefaultAsync(g => g.Id == id, ct);
        return grid is null
            ? null
            : new GridSummary(grid.Id, grid.Code, grid.Name, grid.AreaPath, grid.ClosedAt is null);
    }
}
