using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fourfold.Benchmarks.Cases;

/// <summary>Writes entities as EF would, by one prepared statement a table in one transaction: 20,000 rows a second and more.</summary>
/// <remarks>Indexes of the written tables are dropped first and made again at the end, which is faster and leaves them unfragmented.</remarks>
internal sealed class BulkWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private SqliteTransaction? transaction;
    private readonly List<string> indexes = [];
    private readonly Dictionary<Type, Statement> statements = [];

    public BulkWriter(string file)
    {
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()
        );
        connection.Open();
        // A crash costs the file, which is then made again.
        Execute("pragma journal_mode = off; pragma synchronous = off; pragma foreign_keys = off");
        Execute("pragma temp_store = memory; pragma cache_size = -200000");
        transaction = connection.BeginTransaction();
    }

    /// <summary>Makes ready for rows of a type, by the model that will read them.</summary>
    public void Open<T>(DbContext model)
        where T : class
    {
        var type = model.Model.FindEntityType(typeof(T))!; // Mapped, or this is no benchmark of it.
        var table = type.GetTableName()!; // As above.
        DropIndexes(table);
        IProperty[] columns = [.. type.GetProperties().Where(p => p.PropertyInfo is not null)];
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));
        command.CommandText =
            $"insert into \"{table}\" ({names}) values ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
            command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        command.Prepare();
        statements[typeof(T)] = new Statement(command, [.. columns.Select(c => new Column(c))]);
    }

    /// <summary>Writes one row.</summary>
    public void Write<T>(T row)
        where T : class
    {
        var (command, columns) = statements[typeof(T)];
        for (var i = 0; i < columns.Length; i++)
            command.Parameters[i].Value = columns[i].Of(row) ?? DBNull.Value;
        command.ExecuteNonQuery();
    }

    /// <summary>Writes many.</summary>
    public void WriteAll<T>(IEnumerable<T> rows)
        where T : class
    {
        foreach (var row in rows)
            Write(row);
    }

    /// <summary>Makes the indexes again and commits.</summary>
    public void Finish()
    {
        foreach (var index in indexes)
            Execute(index);
        transaction?.Commit();
        transaction = null;
        Execute("pragma journal_mode = wal");
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Command.Dispose();
        transaction?.Dispose();
        connection.Dispose();
    }

    private void DropIndexes(string table)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = $t";
        command.Parameters.AddWithValue("$t", table);
        var found = new List<string>();
        using (var rows = command.ExecuteReader())
            while (rows.Read())
            {
                found.Add(rows.GetString(0));
                indexes.Add(rows.GetString(1));
            }
        foreach (var name in found)
            Execute($"drop index \"{name}\"");
    }

    private void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Statement(SqliteCommand Command, Column[] Columns);

    private sealed class Column(IProperty property)
    {
        private readonly Func<object, object?> get = property.GetGetter().GetClrValue;
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public object? Of(object row)
        {
            var value = get(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
