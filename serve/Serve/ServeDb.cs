using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve;

/// <summary>Rows of Serve: grids, their boundaries, who serves them.</summary>
internal sealed class ServeDb(DbContextOptions<ServeDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "serve";

    protected override void Tables(ModelBuilder model) { }
}
