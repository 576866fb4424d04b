using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Exchange;

/// <summary>Takes a file of grids, or of the outlines of areas, and says what it would do (a dry run); then applies it, shows how far it is, or stops it.</summary>
internal static class ImportGrids
{
    private const int BufferBytes = 81_920;

    internal sealed record ImportView(
        Guid Id,
        [property: OneOf(typeof(GridFormats))] string Format,
        [property: OneOf(
            ImportStates.Faulty,
            ImportStates.Checked,
            ImportStates.Applying,
            ImportStates.Done,
            ImportStates.Failed,
            ImportStates.Cancelled
        )]
            string State,
        int Rows,
        int Added,
        int Changed,
        int Unchanged,
        int Done,
        int FaultCount,
        IReadOnlyList<ImportFault> Faults,
        DateTimeOffset At,
        DateTimeOffset? EndedAt
    )
    {
        public static ImportView Of(GridImport import) =>
            new(
                import.Id,
                import.Format,
                import.State,
                import.Rows,
                import.Added,
                import.Changed,
                import.Unchanged,
                import.Done,
                import.FaultCount,
                import.Faults,
                import.At,
                import.EndedAt
            );
    }

    public static void Map(IEndpointRouteBuilder grids)
    {
        grids
            .MapPost("/imports", Check)
            .WithName("CheckGridImport")
            .Accepts<byte[]>("application/octet-stream")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsWrite);
        grids
            .MapGet("/imports/{id:guid}", Read)
            .WithName("ReadGridImport")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.GridsWrite);
        grids
            .MapPost("/imports/{id:guid}/apply", Apply)
            .WithName("ApplyGridImport")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.GridsWrite);
        grids
            .MapPost("/imports/{id:guid}/cancel", Cancel)
            .WithName("CancelGridImport")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.GridsWrite);
    }

    private static async Task<Created<ImportView>> Check(
        [OneOf(typeof(GridFormats))] string format,
        HttpContext http,
        ServeDb db,
        IAreaDirectory areas,
        ImportFolder folder,
        CancellationToken ct
    )
    {
        if (!GridFormats.All.Contains(format))
            throw Refused.Invalid("request.unknown-value", "format").With("known", GridFormats.All);
        var id = Ids.NewGuid(db.Clock);
        try
        {
            var sha256 = await Store(http, folder, id, ct);
            var import = new GridImport
            {
                Id = id,
                AreaPath = db.Actor.AreaPath,
                Format = format,
                State = ImportStates.Checked,
                Sha256 = sha256,
                By = db.Actor.Person,
                At = db.Clock.GetUtcNow(),
            };
            await Look(import, db, areas, folder, ct);
            if (import.State == ImportStates.Faulty)
                folder.Remove(id);
            db.ChangeTracker.Clear();
            db.Imports.Add(import);
            db.Audit("grids.import-checked", "grid-import", id.ToString(), new { import.Rows, import.FaultCount });
            await db.SaveChangesAsync(ct);
            return TypedResults.Created($"/api/v1/grids/imports/{id}", ImportView.Of(import));
        }
        catch
        {
            folder.Remove(id);
            throw;
        }
    }

    private static async Task Look(
        GridImport import,
        ServeDb db,
        IAreaDirectory areas,
        ImportFolder folder,
        CancellationToken ct
    )
    {
        var check = new ImportCheck(db, areas);
        await using var file = folder.Open(import.Id);
        var rows = 0;
        try
        {
            var plan = await check.Look(
                Counted(GridFile.Read(file, import.Format), () => rows++),
                db.Actor.Scope,
                _ => Task.CompletedTask,
                ct
            );
            var (grids, outlines) = (plan.Grids, plan.Outlines);
            import.Added = grids.Count(p => p.Known is null) + outlines.Count(p => p.Known is null);
            import.Unchanged = grids.Count(p => !p.Changes) + outlines.Count(p => !p.Changes);
            import.Changed = grids.Count + outlines.Count - import.Added - import.Unchanged;
        }
        catch (InvalidDataException fault)
        {
            throw Refused.Invalid(fault.Message, "file");
        }
        catch (Exception fault) when (fault is FormatException or System.Xml.XmlException or KeyNotFoundException)
        {
            throw Refused.Invalid("import.unreadable", "file");
        }
        import.Rows = rows;
        import.FaultCount = check.Faults.Count;
        import.Faults = [.. check.Faults.Take(GridImport.MostFaults)];
        if (check.Faults.Count > 0)
            import.State = ImportStates.Faulty;
    }

    private static IEnumerable<GridRow> Counted(IEnumerable<GridRow> rows, Action count)
    {
        foreach (var row in rows)
        {
            count();
            yield return row;
        }
    }

    private static async Task<string> Store(HttpContext http, ImportFolder folder, Guid id, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = GridFile.MostBytes + 1;
        await using var file = folder.Create(id);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (file.Length + read > GridFile.MostBytes)
                throw Refused.Invalid("import.too-large", "file").With("most", GridFile.MostBytes);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<GridImport> Find(Guid id, ServeDb db, CancellationToken ct) =>
        await db.Imports.FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw Refused.NotFound("import.unknown");

    private static async Task<Ok<ImportView>> Read(Guid id, ServeDb db, CancellationToken ct) =>
        TypedResults.Ok(ImportView.Of(await Find(id, db, ct)));

    private static async Task<Accepted<ImportView>> Apply(Guid id, ServeDb db, IJobs jobs, CancellationToken ct)
    {
        var import = await Find(id, db, ct);
        if (import.State != ImportStates.Checked)
            throw new Refused("import.not-checked").With("state", import.State);
        import.State = ImportStates.Applying;
        import.Revision++;
        db.Audit("grids.import-asked", "grid-import", id.ToString());
        await db.SaveChangesAsync(ct);
        await jobs.Start(ApplyImport.Kind, new ApplyImport.Argument(id), ct);
        return TypedResults.Accepted($"/api/v1/grids/imports/{id}", ImportView.Of(import));
    }

    // In one statement: the job writes how far it is meanwhile, and a person who stops it is not told to look again.
    private static async Task<Ok<ImportView>> Cancel(Guid id, ServeDb db, ImportFolder folder, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        await using var writing = await db.BeginWriting(ct);
        var asked = await db
            .Imports.Where(i => i.Id == id && (i.State == ImportStates.Checked || i.State == ImportStates.Applying))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.CancelRequested, true)
                        .SetProperty(i => i.EndedAt, i => i.State == ImportStates.Checked ? now : i.EndedAt)
                        .SetProperty(
                            i => i.State,
                            i => i.State == ImportStates.Checked ? ImportStates.Cancelled : i.State
                        )
                        .SetProperty(i => i.Revision, i => i.Revision + 1),
                ct
            );
        var import = await Find(id, db, ct);
        if (asked == 0)
            throw new Refused("import.ended").With("state", import.State);
        if (import.State == ImportStates.Cancelled)
            db.WhenCommitted(() => folder.Remove(id));
        db.Audit("grids.import-cancelled", "grid-import", id.ToString());
        await db.SaveAndCommit(writing, ct);
        return TypedResults.Ok(ImportView.Of(import));
    }
}
