using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Fourfold.Store.Postgres;

/// <summary>Many rows by a binary COPY.</summary>
internal static class PostgresBulk
{
    public static async Task<long> Insert<T>(DbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} has no table");
        var columns = BulkColumn.All(type);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync(
            $"copy {BulkColumn.Table(type)} ({names}) from stdin (format binary)",
            ct
        );
        // The type the column has, as the provider would send it.
        var kinds = columns.Select(c => c.Property.GetRelationalTypeMapping().StoreTypeNameBase).ToArray();
        var written = 0L;
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            for (var i = 0; i < columns.Count; i++)
                if (columns[i].Of(row) is { } value)
                    await writer.WriteAsync(value, kinds[i], ct);
                else
                    await writer.WriteNullAsync(ct);
            written++;
        }
        await writer.CompleteAsync(ct);
        return written;
    }
}
