using Fourfold.Kernel.Storage;
using Fourfold.Serve.Deletion;
using Fourfold.Serve.Emergencies;
using Fourfold.Serve.Exchange;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Notices;
using Fourfold.Serve.Patrols;
using Fourfold.Serve.Residents;
using Fourfold.Serve.Submissions;
using Fourfold.Serve.Unmasking;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve;

/// <summary>Rows of Serve: grids, their boundaries, who serves them, forms and what was filled.</summary>
internal sealed class ServeDb(DbContextOptions<ServeDb> options, ModuleDbTools tools) : ModuleDb(options, tools)
{
    public override string Module => "serve";

    public DbSet<Grid> Grids => Set<Grid>();
    public DbSet<GridBoundary> Boundaries => Set<GridBoundary>();
    public DbSet<AreaOutline> Outlines => Set<AreaOutline>();
    public DbSet<GridPost> GridPosts => Set<GridPost>();
    public DbSet<Leave> Leaves => Set<Leave>();
    public DbSet<GridImport> Imports => Set<GridImport>();
    public DbSet<Form> Forms => Set<Form>();
    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();
    public DbSet<FormVersion> FormVersions => Set<FormVersion>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<SealedValue> SealedValues => Set<SealedValue>();
    public DbSet<SubmissionMedia> SubmissionMedia => Set<SubmissionMedia>();
    public DbSet<UnmaskRequest> UnmaskRequests => Set<UnmaskRequest>();
    public DbSet<Emergency> Emergencies => Set<Emergency>();
    public DbSet<DeletionRecord> Deletions => Set<DeletionRecord>();
    public DbSet<GridDoor> GridDoors => Set<GridDoor>();
    public DbSet<ResidentCard> ResidentCards => Set<ResidentCard>();
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<ReadyAnswer> ReadyAnswers => Set<ReadyAnswer>();
    public DbSet<WorkerNotice> WorkerNotices => Set<WorkerNotice>();
    public DbSet<NoticeRead> NoticeReads => Set<NoticeRead>();

    public DbSet<PatrolPlan> PatrolPlans => Set<PatrolPlan>();
    public DbSet<Patrol> Patrols => Set<Patrol>();
    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    protected override void Tables(ModelBuilder model)
    {
        Grid.Map(model.Entity<Grid>());
        GridBoundary.Map(model.Entity<GridBoundary>());
        AreaOutline.Map(model.Entity<AreaOutline>());
        GridPost.Map(model.Entity<GridPost>());
        Leave.Map(model.Entity<Leave>());
        GridImport.Map(model.Entity<GridImport>());
        Form.Map(model.Entity<Form>());
        FormDraft.Map(model.Entity<FormDraft>());
        FormVersion.Map(model.Entity<FormVersion>());
        Submission.Map(model.Entity<Submission>());
        SealedValue.Map(model.Entity<SealedValue>());
        Fourfold.Serve.Submissions.SubmissionMedia.Map(model.Entity<SubmissionMedia>());
        UnmaskRequest.Map(model.Entity<UnmaskRequest>());
        Emergency.Map(model.Entity<Emergency>());
        DeletionRecord.Map(model.Entity<DeletionRecord>());
        PatrolPart.Tables(model, Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)); // Set, as below.
        ResidentPart.Tables(model);
        NoticePart.Tables(model);

        if (!Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)) // Set: the context has a provider.
        {
            // Pages go on by code: by byte, as codes are made.
            model.Entity<Grid>().Property(g => g.Code).UseCollation("C");
            model.Entity<AreaOutline>().Property(o => o.Path).UseCollation("C");
            model.Entity<Form>().Property(f => f.Code).UseCollation("C");
            model.Entity<Form>().Property(f => f.AreaPath).UseCollation("C");
            model.Entity<Emergency>().Property(e => e.AreaPath).UseCollation("C");
            model.Entity<WorkerNotice>().Property(n => n.AreaPath).UseCollation("C");
        }
    }
}
