using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate;

/// <summary>Rows of Coordinate: cases, work orders and what happened to them.</summary>
internal sealed class CoordinateDb(DbContextOptions<CoordinateDb> options, ModuleDbTools tools)
    : ModuleDb(options, tools)
{
    public override string Module => "coordinate";

    protected override void Tables(ModelBuilder model) { }
}
