using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fourfold.Store.Sqlite;

/// <summary>Sets what SQLite forgets with each connection. FULL keeps what was acknowledged; what is deleted is written over, not only let go.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas =
        "pragma synchronous = full; pragma busy_timeout = 30000; pragma temp_store = memory; pragma secure_delete = on;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData data,
        CancellationToken ct = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(ct);
    }
}
