using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fourfold.Kernel.Idempotency;

/// <summary>Where receipts are put down and found: one statement each, in the transaction of what they are for.</summary>
internal static class Receipts
{
    /// <summary>Who a receipt belongs to.</summary>
    public static string OwnerOf(Actor actor) => actor.Person?.ToString() ?? $"key:{actor.Key}";

    /// <summary>
    /// Puts the receipt down first, in the open transaction: a twin that comes at the same time waits at the key until we are
    /// done, and then finds our answer instead of doing it again or being told that its revision is stale.
    /// </summary>
    /// <returns>False when it is there already; the transaction must then be rolled back.</returns>
    public static async Task<bool> Reserve(ModuleDb db, string owner, Guid key, string hash, CancellationToken ct)
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
    public static async Task Answer(ModuleDb db, string owner, Guid key, int status, string? body, CancellationToken ct)
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
    public static Task<Receipt?> Find(ModuleDb db, string owner, Guid key, CancellationToken ct) =>
        db.Receipts.AsNoTracking().FirstOrDefaultAsync(r => r.Owner == owner && r.Key == key, ct);

    private static IEntityType TypeOf(ModuleDb db) => db.Model.FindEntityType(typeof(Receipt))!; // Every module has them.
}
