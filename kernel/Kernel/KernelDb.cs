using Fourfold.Kernel.Audit;
using Fourfold.Kernel.Calendars;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Files.Uploads;
using Fourfold.Kernel.Identity.ApiKeys;
using Fourfold.Kernel.Identity.AppPasswords;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Push;
using Fourfold.Kernel.Storage;
using Fourfold.Kernel.Units;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel;

/// <summary>Rows of the kernel: people, posts, units, keys, files, jobs, calendars, news to phones.</summary>
internal sealed class KernelDb(DbContextOptions<KernelDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "kernel";

    public DbSet<Person> People => Set<Person>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Participation> Participations => Set<Participation>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<AppPassword> AppPasswords => Set<AppPassword>();
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<FileRow> Files => Set<FileRow>();
    public DbSet<UploadRow> Uploads => Set<UploadRow>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<Schedule> Schedules => Set<Schedule>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();
    public DbSet<PushSubscription> PushSubscriptions => Set<PushSubscription>();
    public DbSet<PushMessage> PushMessages => Set<PushMessage>();

    protected override void Tables(ModelBuilder model)
    {
        Unit.Map(model.Entity<Unit>());
        Person.Map(model.Entity<Person>());
        Post.Map(model.Entity<Post>());
        Participation.Map(model.Entity<Participation>());
        Session.Map(model.Entity<Session>());
        ApiKey.Map(model.Entity<ApiKey>());
        AppPassword.Map(model.Entity<AppPassword>());
        FileRow.Map(model.Entity<FileRow>());
        UploadRow.Map(model.Entity<UploadRow>());
        Job.Map(model.Entity<Job>());
        Schedule.Map(model.Entity<Schedule>());
        Lease.Map(model.Entity<Lease>());
        CalendarDay.Map(model.Entity<CalendarDay>());
        AuditHead.Map(model.Entity<AuditHead>());
        PushSubscription.Map(model.Entity<PushSubscription>());
        PushMessage.Map(model.Entity<PushMessage>());
    }
}
