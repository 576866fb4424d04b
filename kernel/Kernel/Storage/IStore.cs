using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Storage;

/// <summary>Where rows live: SQLite in one file, or PostgreSQL. The only place that knows which.</summary>
public interface IStore
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>Whether one transaction writes at a time, so that each change is one and waits for its turn.</summary>
    bool HasOneWriter { get; }

    /// <summary>Points a module's context at the database and its migrations.</summary>
    void Configure(DbContextOptionsBuilder options, string module);

    /// <summary>Takes the lock that keeps two programs from migrating at once. Disposed after migrating.</summary>
    /// <remarks>On SQLite also clears a row that a killed process left in <c>__EFMigrationsLock</c>.</remarks>
    Task<IAsyncDisposable> LockForMigration(CancellationToken ct);

    /// <summary>Whether a change was refused because a row with the same key is there already.</summary>
    bool IsDuplicate(DbUpdateException fault);

    /// <summary>Writes many rows of one type as EF would, without tracking them: ten times as fast and more.</summary>
    /// <param name="db">Their context, in an open transaction.</param>
    /// <param name="rows">Read once, in order; rows they refer to are there already.</param>
    /// <param name="ct">Ends it between two rows; the caller rolls back.</param>
    /// <returns>How many.</returns>
    Task<long> BulkInsert<T>(DbContext db, IEnumerable<T> rows, CancellationToken ct)
        where T : class;

    /// <summary>Writes a consistent copy of all rows over an empty file, which keeps its rights, while the server runs.</summary>
    Task Backup(string file, CancellationToken ct);

    /// <summary>Whether there are tables of a Fourfold already, so that nothing may be restored over them.</summary>
    Task<bool> HoldsRows(CancellationToken ct);

    /// <summary>Brings back a copy made by <see cref="Backup"/> where <see cref="HoldsRows"/> is false: all of it or nothing. The server must be stopped.</summary>
    Task Restore(string file, CancellationToken ct);
}
