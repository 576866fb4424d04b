using Fourfold.Kernel.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fourfold.Store.Sqlite;

/// <summary>Many rows by one prepared statement.</summary>
internal static class SqliteBulk
{
    public static async Task<long> Insert<T>(DbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T)) ?? throw new ArgumentException($"{typeof(T)} has no table");
        var columns = BulkColumn.All(type);
        await Widen(db, ct);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var places = string.Join(", ", columns.Select((_, i) => $"$p{i}"));
        command.CommandText = $"insert into {BulkColumn.Table(type)} ({names}) values ({places})";
        for (var i = 0; i < columns.Count; i++)
            command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        command.Prepare();
        var written = 0L;
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
            written++;
        }
        return written;
    }

    // Indexes in random order would be written to the log again and again from the two megabytes a connection has.
    private static async Task Widen(DbContext db, CancellationToken ct)
    {
        await using var pragma = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        pragma.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        pragma.CommandText = "pragma cache_size = -400000"; // KiB.
        await pragma.ExecuteNonQueryAsync(ct);
    }
}
