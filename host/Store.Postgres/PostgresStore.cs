using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
#pragma warning disable EF1001 // See QueuedConnection.
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;
#pragma warning restore EF1001

namespace Fourfold.Store.Postgres;

/// <summary>Rows in PostgreSQL, one schema a module, for more than one machine.</summary>
/// <param name="connectionString">As Npgsql takes it; never logged.</param>
public sealed class PostgresStore(string connectionString) : IStore
{
    // Any number, the same in every Fourfold: advisory locks are per database.
    private const long MigrationLock = 0x46_4F_55_52;

    /// <inheritdoc/>
    public string Name => "postgres";

    /// <inheritdoc/>
    public bool HasOneWriter => false;

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, string module) =>
        options
            .UseNpgsql(
                connectionString,
                npgsql =>
                    npgsql
                        .MigrationsAssembly(typeof(PostgresStore).Assembly.GetName().Name)
                        .MigrationsHistoryTable("migrations", module)
            )
            .ReplaceService<INpgsqlRelationalConnection, QueuedConnection>();

    /// <inheritdoc/>
    public Task<long> BulkInsert<T>(DbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class => PostgresBulk.Insert(db, rows, ct);

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> LockForMigration(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select pg_advisory_lock({MigrationLock})";
        await command.ExecuteNonQueryAsync(ct);
        return connection; // Closing it gives the lock back.
    }

    /// <inheritdoc/>
    public bool IsDuplicate(DbUpdateException fault) =>
        fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <inheritdoc/>
    public Task Backup(string file, CancellationToken ct) => PostgresDump.Write(connectionString, file, ct);

    /// <inheritdoc/>
    public async Task<bool> HoldsRows(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        // The history of migrations is the first table each module gets.
        command.CommandText = "select exists (select from pg_catalog.pg_tables where tablename = 'migrations')";
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <inheritdoc/>
    public Task Restore(string file, CancellationToken ct) => PostgresDump.Read(connectionString, file, ct);
}
