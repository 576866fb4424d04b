using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fourfold.Kernel.Idempotency;

/// <summary>Changes that are made once, however often they are asked for. Of a receipt each step is one statement, in the transaction of what it is for.</summary>
internal static class Receipts
{
    /// <summary>Who a receipt belongs to.</summary>
    public static string OwnerOf(Actor actor) => actor.Person?.ToString() ?? $"key:{actor.Key}";

    /// <summary>
    /// Makes a change once: it is committed with its answer, or was made before and its receipt is returned. A change that is
    /// refused leaves nothing.
    /// </summary>
    /// <param name="db">Where the change is written; it may have saved, and need not.</param>
    /// <param name="key">Made by who asks; the same for a repetition.</param>
    /// <param name="hash">SHA-256 of what is asked, hex.</param>
    /// <param name="change">Makes it and tells the answer: its status and JSON, or null.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Null when the change was made now; the receipt when it was made before, perhaps of another request with this key.</returns>
    public static async Task<Receipt?> Once(
        ModuleDb db,
        Guid key,
        string hash,
        Func<Task<(int Status, string? Body)>> change,
        CancellationToken ct
    )
    {
        var owner = OwnerOf(db.Actor);
        db.ComesFirst(async ct =>
        {
            if (!await Reserve(db, owner, key, hash, ct))
                throw new MadeBefore();
        });
        try
        {
            if (!db.ReadsBeforeItsTurn)
                await db.BeginWriting(ct);
            var (status, body) = await change();
            await db.SaveChangesAsync(ct);
            await db.BeginWriting(ct);
            await Answer(db, owner, key, status, body, ct);
            await db.Database.CommitTransactionAsync(ct);
            db.AfterCommit();
            return null;
        }
        catch (MadeBefore)
        {
            await GiveUp(db);
            return await Find(db, owner, key, ct)
                ?? throw new InvalidOperationException("a receipt was there and is gone");
        }
        catch (Refused) when (db.Database.CurrentTransaction is null)
        {
            // What it read may be what its twin has changed meanwhile.
            if (await Find(db, owner, key, ct) is not { } seen)
                throw;
            await GiveUp(db);
            return seen;
        }
        finally
        {
            db.ComesFirst(null);
            if (db.Database.CurrentTransaction is { } open)
                await open.DisposeAsync();
        }
    }

    private static async Task GiveUp(ModuleDb db)
    {
        if (db.Database.CurrentTransaction is { } open)
            await open.DisposeAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>
    /// Puts the receipt down first, in the open transaction: a twin that comes at the same time waits at the key until we are
    /// done, and then finds our answer instead of doing it again or being told that its revision is stale.
    /// </summary>
    /// <returns>False when it is there already; the transaction must then be rolled back.</returns>
    private static async Task<bool> Reserve(ModuleDb db, string owner, Guid key, string hash, CancellationToken ct)
    {
        var at = db.Clock.GetUtcNow();
        var type = TypeOf(db);
        var stored = type.FindProperty(nameof(Receipt.At))!.GetTypeMapping().Converter!.ConvertToProvider(at)!; // Mapped; an instant has a converter on both stores.
        var put = $$"""
            insert into {{BulkColumn.Table(type)}} ("owner", "key", "request_hash", "status", "at")
            values ({0}, {1}, {2}, {3}, {4}) on conflict do nothing
            """;
        object[] values = [owner, key, hash, StatusCodes.Status200OK, stored];
        return await db.Database.ExecuteSqlRawAsync(put, values, ct) == 1;
    }

    /// <summary>Writes on a receipt what was answered.</summary>
    private static async Task Answer(
        ModuleDb db,
        string owner,
        Guid key,
        int status,
        string? body,
        CancellationToken ct
    )
    {
        var table = BulkColumn.Table(TypeOf(db));
        if (body is null)
            await db.Database.ExecuteSqlRawAsync(
                $$"""update {{table}} set "status" = {2} where "owner" = {0} and "key" = {1}""",
                [owner, key, status],
                ct
            );
        else
            await db.Database.ExecuteSqlRawAsync(
                $$"""update {{table}} set "status" = {2}, "body" = {3} where "owner" = {0} and "key" = {1}""",
                [owner, key, status, body],
                ct
            );
    }

    /// <summary>The receipt of a key, if there is one.</summary>
    private static Task<Receipt?> Find(ModuleDb db, string owner, Guid key, CancellationToken ct) =>
        db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Owner == owner && r.Key == key, ct);

    private sealed class MadeBefore : Exception;

    private static IEntityType TypeOf(ModuleDb db) => db.Model.FindEntityType(typeof(Receipt))!; // Every module has them.
}
