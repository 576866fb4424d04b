using Fourfold.Kernel.Identity.ApiKeys;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Storage;
using Fourfold.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel;

/// <summary>Rows of the kernel: people, posts, units, keys, files, jobs, calendars.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "kernel";

    public DbSet<Person> People => Set<Person>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<Unit> Units => Set<Unit>();

    protected override void Tables(ModelBuilder model)
    {
        Unit.Map(model.Entity<Unit>());
        Person.Map(model.Entity<Person>());
        Post.Map(model.Entity<Post>());
        Participation.Map(model.Entity<Participation>());
        Session.Map(model.Entity<Session>());
        ApiKey.Map(model.Entity<ApiKey>());
    }
}
