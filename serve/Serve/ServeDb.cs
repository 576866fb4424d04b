using Fourfold.Kernel.Storage;
using Fourfold.Serve.Exchange;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve;

/// <summary>Rows of Serve: grids, their boundaries, who serves them.</summary>
internal sealed class ServeDb(DbContextOptions<ServeDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "serve";

    public DbSet<Grid> Grids => Set<Grid>();
    public DbSet<GridBoundary> Boundaries => Set<GridBoundary>();
    public DbSet<AreaOutline> Outlines => Set<AreaOutline>();
    public DbSet<GridPost> GridPosts => Set<GridPost>();
    public DbSet<Leave> Leaves => Set<Leave>();
    public DbSet<GridImport> Imports => Set<GridImport>();

    protected override void Tables(ModelBuilder model)
    {
        Grid.Map(model.Entity<Grid>());
        GridBoundary.Map(model.Entity<GridBoundary>());
        AreaOutline.Map(model.Entity<AreaOutline>());
        GridPost.Map(model.Entity<GridPost>());
        Leave.Map(model.Entity<Leave>());
        GridImport.Map(model.Entity<GridImport>());

        if (!Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) // Set: the context has a provider.
        {
            // Pages go on by code: by byte, as codes are made.
            model.Entity<Grid>().Property(g => g.Code).UseCollation("C");
            model.Entity<AreaOutline>().Property(o => o.Path).UseCollation("C");
        }
    }
}
