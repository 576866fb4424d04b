using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Audit;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fourfold.Kernel.Storage;

/// <summary>What every module's context has beside its own tables: outbox, inbox, audit rows and receipts, in the same transaction.</summary>
/// <remarks>Tables are <c>schema.table</c> on PostgreSQL and <c>module_table</c> on SQLite, which has no schemas.</remarks>
public abstract class ModuleDb : DbContext
{
    private readonly ModuleDbTools tools;
    private readonly List<Change> changes = [];
    private readonly List<Action> whenCommitted = [];
    private bool hasToDeliver;
    private Func<CancellationToken, Task>? comesFirst;

    /// <summary>One with its tools; a change of one row is a transaction too where writers take turns.</summary>
    protected ModuleDb(DbContextOptions options, ModuleDbTools tools)
        : base(options)
    {
        this.tools = tools;
        if (tools.Store.HasOneWriter)
            Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    /// <summary>Name filter that keeps rows of other areas out of sight.</summary>
    public const string AreaFilter = "area";

    /// <summary>Lower-case name of the module, such as <c>sense</c>.</summary>
    public abstract string Module { get; }

    /// <summary>
    /// A request with a receipt may read before it begins its transaction, so that it keeps others waiting for less: every
    /// change of what it read meets another at a revision or at a unique key. Else it begins first.
    /// </summary>
    public virtual bool ReadsBeforeItsTurn => false;

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    internal DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    internal DbSet<AuditRow> AuditRows => Set<AuditRow>();
    internal DbSet<Receipt> Receipts => Set<Receipt>();

    /// <summary>Who acts.</summary>
    public Actor Actor => tools.Holder.Actor;

    /// <summary>The clock all facts of this module are recorded by.</summary>
    public TimeProvider Clock => tools.Clock;

    // Read by the query filter at each query.
    internal string ScopeLow => Actor.Scope.Low;
    internal string ScopeHigh => Actor.Scope.High;

    /// <summary>Writes an event in the same transaction as the change it tells of.</summary>
    public void Publish<TEvent>(TEvent happened)
        where TEvent : IEvent
    {
        HaveDelivered();
        Outbox.Add(
            new OutboxMessage
            {
                Id = Ids.NewGuid(Clock),
                Event = TEvent.Name,
                SchemaVersion = TEvent.SchemaVersion,
                OrderingKey = happened.OrderingKey,
                Payload = JsonSerializer.Serialize(happened, StoredJson.Options),
                CorrelationId = Actor.CorrelationId,
                OccurredAt = Clock.GetUtcNow(),
                DueAt = Clock.GetUtcNow(),
            }
        );
    }

    /// <summary>Has the dispatcher look at the outbox once the change is committed.</summary>
    internal void HaveDelivered() => hasToDeliver = true;

    /// <summary>Writes who did or saw what, in the same transaction. <paramref name="details"/> holds codes and numbers, no personal data.</summary>
    public void Audit(string action, string subjectKind, string subjectId, object? details = null) =>
        AuditRows.Add(
            new AuditRow
            {
                Id = Ids.NewGuid(Clock),
                At = Clock.GetUtcNow(),
                Person = Actor.Person,
                Post = Actor.Post,
                ActorName = Actor.Kind is ActorKind.Person ? "" : Actor.Name,
                Purpose = Actor.Purpose,
                Action = action,
                SubjectKind = subjectKind,
                SubjectId = subjectId,
                AreaPath = Actor.AreaPath,
                Details = details is null ? null : JsonSerializer.Serialize(details, StoredJson.Options),
                CorrelationId = Actor.CorrelationId,
            }
        );

    /// <summary>Tells listening screens after the change is committed; a hint to fetch, not a fact.</summary>
    public void Tell(string kind, string id, int revision, string action, string areaPath) =>
        changes.Add(new Change(kind, id, revision, action, areaPath));

    /// <summary>Does something in memory once the change is committed: forgets what was remembered of it. Must not fail.</summary>
    public void WhenCommitted(Action then) => whenCommitted.Add(then);

    /// <summary>
    /// Begins a transaction where none is open. Call it before anything is written by a statement of its own; what is saved
    /// begins by itself.
    /// </summary>
    /// <returns>The transaction, to be committed by who called; null when somebody else has one open and will commit it.</returns>
    public async Task<IDbContextTransaction?> BeginWriting(CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
            return null;
        var begun = await Database.BeginTransactionAsync(ct);
        if (comesFirst is not { } first)
            return begun;
        await first(ct);
        return null;
    }

    /// <summary>Saves, and commits what <see cref="BeginWriting"/> began.</summary>
    /// <param name="begun">What it gave; with null the transaction is somebody else's, who will commit it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task SaveAndCommit(IDbContextTransaction? begun, CancellationToken ct)
    {
        await SaveChangesAsync(ct);
        if (begun is null)
            return;
        await begun.CommitAsync(ct);
        AfterCommit();
    }

    /// <summary>Until null is given, whatever transaction begins, begins with this and is committed by who gave it.</summary>
    internal void ComesFirst(Func<CancellationToken, Task>? first) => comesFirst = first;

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        if (comesFirst is not null && Database.CurrentTransaction is null && ChangeTracker.HasChanges())
            await BeginWriting(ct);
        var written = await Save(acceptAllChangesOnSuccess, ct);
        if (Database.CurrentTransaction is null)
            AfterCommit();
        return written;
    }

    // Two that change one thing at the same time meet at its revision, or at a row both would add to it (the next line of
    // a timeline). Either way one was first, and the other is told so.
    private async Task<int> Save(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        catch (DbUpdateException fault)
            when (fault is not DbUpdateConcurrencyException && tools.Store.IsDuplicate(fault))
        {
            throw new DbUpdateConcurrencyException("somebody else wrote a row with this key first", fault);
        }
    }

    /// <summary>Wakes the dispatcher and the screens. Called here, or by whoever opened a wider transaction once it is committed.</summary>
    public void AfterCommit()
    {
        foreach (var then in whenCommitted)
            then();
        whenCommitted.Clear();
        if (hasToDeliver)
            tools.Signal.Wake(Module);
        hasToDeliver = false;
        foreach (var change in changes)
            tools.Notices.Publish(change);
        changes.Clear();
    }

    /// <summary>The module's own tables; called before names, filters and converters are laid over all of them.</summary>
    protected abstract void Tables(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder model)
    {
        OutboxMessage.Map(model.Entity<OutboxMessage>());
        InboxEntry.Map(model.Entity<InboxEntry>());
        AuditRow.Map(model.Entity<AuditRow>());
        Receipt.Map(model.Entity<Receipt>());
        Tables(model);
        ModelRules.Apply(model, this);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        ModelRules.ConvertIds(configuration, GetType().Assembly);
}

/// <summary>What a module's context is given.</summary>
public sealed record ModuleDbTools(
    ActorHolder Holder,
    TimeProvider Clock,
    OutboxSignal Signal,
    INoticeBoard Notices,
    IStore Store
);
