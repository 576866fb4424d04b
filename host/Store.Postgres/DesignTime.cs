using Fourfold.Coordinate;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Storage;
using Fourfold.Sense;
using Fourfold.Serve;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Fourfold.Store.Postgres;

// Used by the migrations tool only (scripts/migration): it needs contexts, but no database.

internal sealed class KernelDbFactory : IDesignTimeDbContextFactory<KernelDb>
{
    public KernelDb CreateDbContext(string[] args) => new(DesignTime.Options<KernelDb>("kernel"), DesignTime.Tools);
}

internal sealed class SenseDbFactory : IDesignTimeDbContextFactory<SenseDb>
{
    public SenseDb CreateDbContext(string[] args) => new(DesignTime.Options<SenseDb>("sense"), DesignTime.Tools);
}

internal sealed class CoordinateDbFactory : IDesignTimeDbContextFactory<CoordinateDb>
{
    public CoordinateDb CreateDbContext(string[] args) =>
        new(DesignTime.Options<CoordinateDb>("coordinate"), DesignTime.Tools);
}

internal sealed class ServeDbFactory : IDesignTimeDbContextFactory<ServeDb>
{
    public ServeDb CreateDbContext(string[] args) => new(DesignTime.Options<ServeDb>("serve"), DesignTime.Tools);
}

internal static class DesignTime
{
    public static readonly ModuleDbTools Tools = new(
        new ActorHolder(),
        TimeProvider.System,
        new OutboxSignal(),
        new NoNotices(),
        new PostgresStore("Host=localhost")
    );

    public static DbContextOptions<TDb> Options<TDb>(string module)
        where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        new PostgresStore("Host=localhost").Configure(options, module);
        return options.Options;
    }

    private sealed class NoNotices : INoticeBoard
    {
        public void Publish(Change change) { }
    }
}
