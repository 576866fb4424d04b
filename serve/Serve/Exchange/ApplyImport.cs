using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Jobs;
using Fourfold.Serve.Grids;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Exchange;

/// <summary>Applies a file that was looked through: all of it in one transaction, or nothing.</summary>
/// <remarks>Looked through once more first, for something may have been drawn since; only then it writes, which no progress can be told of.</remarks>
internal sealed class ApplyImport(ServeDb db, IAreaDirectory areas, ImportFolder folder, IServiceScopeFactory scopes)
    : IJob<ApplyImport.Argument>
{
    public const string Kind = "grid-import";
    private const int MostTries = 5;

    internal sealed record Argument(Guid Import);

    public async Task Run(Argument argument, JobRun run, CancellationToken ct)
    {
        var import = await db.Imports.FirstAsync(i => i.Id == argument.Import, ct);
        if (import.State != ImportStates.Applying)
            return; // Done before a crash that came after, or cancelled while it waited.
        try
        {
            await Apply(import, run, ct);
        }
        catch (OperationCanceledException)
        {
            await End(import.Id, ImportStates.Cancelled, []);
            ct.ThrowIfCancellationRequested(); // A person who stopped the import alone has what was asked for.
        }
        catch (DbUpdateConcurrencyException)
        {
            // Stopped by a person in the moment before it wrote, or somebody changed a grid that it would change.
            if (!await IsStopped(import.Id))
            {
                await End(import.Id, ImportStates.Failed, []);
                throw;
            }
            await End(import.Id, ImportStates.Cancelled, []);
        }
        catch (Exception)
        {
            await End(import.Id, ImportStates.Failed, []);
            throw;
        }
    }

    private async Task Apply(GridImport import, JobRun run, CancellationToken ct)
    {
        var check = new ImportCheck(db, areas);
        ImportPlan plan;
        await using (var file = folder.Open(import.Id))
        {
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != import.Sha256)
                throw new InvalidDataException("import.file-changed");
            file.Position = 0;
            plan = await check.Look(
                GridFile.Read(file, import.Format),
                AreaScope.Below(import.AreaPath),
                done => Tell(import.Id, done, import.Rows, run, ct),
                ct
            );
        }
        if (check.Faults.Count > 0)
        {
            await End(import.Id, ImportStates.Faulty, check.Faults);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Write(plan.Outlines.Where(p => p.Changes));
        await Write(plan.Grids.Where(p => p.Changes), import, ct);
        (import.State, import.Done, import.EndedAt) = (ImportStates.Done, import.Rows, db.Clock.GetUtcNow());
        import.Revision++;
        db.Audit(
            "grids.imported",
            "grid-import",
            import.Id.ToString(),
            new
            {
                import.Added,
                import.Changed,
                import.Sha256,
            }
        );
        db.Tell("grid", import.Id.ToString(), 0, "imported", import.AreaPath);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.AfterCommit();
        folder.Remove(import.Id);
    }

    private void Write(IEnumerable<PlannedOutline> planned)
    {
        foreach (var (path, outline, known) in planned)
            if (known is null)
                db.Outlines.Add(
                    new AreaOutline
                    {
                        Path = path,
                        Geometry = outline.GeoJson,
                        Synthetic = false,
                    }
                );
            else
                (known.Geometry, known.Synthetic) = (outline.GeoJson, false);
    }

    private async Task Write(IEnumerable<PlannedGrid> planned, GridImport import, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var added = new Dictionary<string, Grid>(StringComparer.Ordinal);
        // Parents first: a micro-grid may come in the same file as its parent.
        foreach (var one in planned.OrderBy(p => p.Kind == GridKinds.Micro))
        {
            var grid = one.Known;
            if (grid is null)
            {
                var parent = one.Parent is null
                    ? null
                    : added.GetValueOrDefault(one.Parent) ?? await db.Grids.FirstAsync(g => g.Code == one.Parent, ct);
                grid = new Grid
                {
                    Id = Ids.New<GridId>(db.Clock),
                    Code = one.Code,
                    Name = one.Name,
                    Kind = one.Kind,
                    Use = one.Use,
                    Parent = parent?.Id,
                    AreaPath = parent?.AreaPath ?? one.Code,
                    CreatedAt = now,
                    UpdatedAt = now,
                };
                added.Add(one.Code, grid);
                db.Grids.Add(grid);
            }
            else
                grid.Revision++;
            (grid.Name, grid.Use, grid.UpdatedAt) = (one.Name, one.Use, now);
            (grid.Households, grid.Residents) = (one.Households, one.Residents);
            if (one.Outline is null)
                continue;
            if (grid.Boundary > 0)
                (await db.Boundaries.FirstAsync(b => b.GridId == grid.Id && b.Number == grid.Boundary, ct)).Until = now;
            db.Boundaries.Add(grid.Redraw(one.Outline, now, import.By, 0));
        }
    }

    // In a scope of its own: what is tracked here is the plan.
    private async Task Tell(Guid id, int done, int rows, JobRun run, CancellationToken ct)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(Kind);
            var own = scope.ServiceProvider.GetRequiredService<ServeDb>();
            if (await own.Imports.AnyAsync(i => i.Id == id && i.CancelRequested, ct))
                throw new OperationCanceledException("a person has stopped it");
            await own.Imports.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.Done, done), ct);
        }
        await run.Report(Math.Min(done, rows), rows);
    }

    private async Task<bool> IsStopped(Guid id)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(Kind);
        var own = scope.ServiceProvider.GetRequiredService<ServeDb>();
        return await own.Imports.AnyAsync(i => i.Id == id && i.CancelRequested, CancellationToken.None);
    }

    // A person may ask to stop it in the very moment it ends: then it is read again.
    private async Task End(Guid id, string state, IReadOnlyList<ImportFault> faults)
    {
        for (var left = MostTries; !await TryEnd(id, state, faults); left--)
            if (left == 1)
                throw new InvalidOperationException("the end of an import could not be written");
        folder.Remove(id);
    }

    private async Task<bool> TryEnd(Guid id, string state, IReadOnlyList<ImportFault> faults)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(Kind);
        var own = scope.ServiceProvider.GetRequiredService<ServeDb>();
        var import = await own.Imports.FirstAsync(i => i.Id == id, CancellationToken.None);
        (import.State, import.EndedAt) = (state, own.Clock.GetUtcNow());
        (import.FaultCount, import.Faults) = (faults.Count, [.. faults.Take(GridImport.MostFaults)]);
        import.Revision++;
        own.Audit("grids.import-ended", "grid-import", id.ToString(), new { state });
        try
        {
            await own.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
