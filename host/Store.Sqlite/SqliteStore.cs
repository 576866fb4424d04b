using Fourfold.Kernel.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
#pragma warning disable EF1001 // See QueuedConnection.
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
#pragma warning restore EF1001

namespace Fourfold.Store.Sqlite;

/// <summary>All rows in one SQLite file in WAL mode: the embedded default.</summary>
/// <param name="file">Path of the database file; its folder must exist.</param>
public sealed class SqliteStore(string file) : IStore, IDisposable
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);

    // SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE, sqlite3.h.
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public bool HasOneWriter => true;

    private string ConnectionString =>
        new SqliteConnectionStringBuilder
        {
            DataSource = Path.GetFullPath(file),
            Cache = SqliteCacheMode.Private,
            ForeignKeys = true,
            DefaultTimeout = 30,
            Pooling = false, // Ours are kept open: see QueuedConnection.
        }.ToString();

    /// <inheritdoc/>
    public void Configure(DbContextOptionsBuilder options, string module)
    {
        OpenConnections.Keep(ConnectionString);
        options
            .UseSqlite(
                ConnectionString,
                sqlite =>
                    sqlite
                        .MigrationsAssembly(typeof(SqliteStore).Assembly.GetName().Name)
                        .MigrationsHistoryTable($"{module}_migrations")
            )
            .ReplaceService<ISqliteRelationalConnection, QueuedConnection>()
            .AddInterceptors(SqlitePragmas.Instance, KeptStatements.Instance);
    }

    /// <summary>Closes the connections that were kept open.</summary>
    public void Dispose() => OpenConnections.Close(ConnectionString);

    /// <inheritdoc/>
    public Task<long> BulkInsert<T>(DbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class => SqliteBulk.Insert(db, rows, ct);

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> LockForMigration(CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += LockPoll)
        {
            if (FileLock.TryTake(file + ".migrating") is { } held)
            {
                await PrepareFile(ct);
                return held;
            }
            if (waited >= LockWait)
                throw new TimeoutException($"another program has been migrating {file} for {LockWait.TotalSeconds} s");
            await Task.Delay(LockPoll, ct);
        }
    }

    // A process that was killed while migrating leaves its row, and the next one would wait for ever.
    // We hold the file lock, so nobody is migrating now.
    private async Task PrepareFile(CancellationToken ct)
    {
        // SQLite would make it readable for everybody; its logs take the rights of the file.
        if (!File.Exists(file))
            await using (new FileStream(file, DurableFile.ForOwner(FileMode.CreateNew))) { }
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        // WAL lets readers go on beside the one writer; the file remembers it.
        command.CommandText = "pragma journal_mode = wal";
        await command.ExecuteNonQueryAsync(ct);
        command.CommandText = "select count(*) from sqlite_master where name = '__EFMigrationsLock'";
        if ((long)(await command.ExecuteScalarAsync(ct) ?? 0L) == 0)
            return;
        command.CommandText = """delete from "__EFMigrationsLock" """;
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public bool IsDuplicate(DbUpdateException fault) =>
        fault.InnerException is SqliteException { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken };

    /// <inheritdoc/>
    public async Task Backup(string target, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "vacuum into $target";
        command.Parameters.AddWithValue("$target", target);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public Task<bool> HoldsRows(CancellationToken ct) => Task.FromResult(File.Exists(file));

    /// <inheritdoc/>
    public Task Restore(string source, CancellationToken ct)
    {
        // Logs of a database that is gone would be played into this one.
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        File.Move(source, file);
        return Task.CompletedTask;
    }
}
