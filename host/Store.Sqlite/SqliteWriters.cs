using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fourfold.Store.Sqlite;

/// <summary>
/// Whoever writes to one file waits for those who came before, without a thread or an open file. SQLite takes one writer at
/// a time and lets the others sleep and try again, who came last as soon as who came first: of two hundred, some waited a minute.
/// </summary>
/// <remarks>Other processes, and statements outside a transaction, are still kept apart by the file's own lock.</remarks>
internal sealed class SqliteWriters : DbTransactionInterceptor, IDbConnectionInterceptor
{
    /// <summary>How long one waits for one's turn; then the request is refused and may come again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<DbConnection, SemaphoreSlim> Writing = [];

    /// <summary>Ends the turn with the transaction, or with its connection.</summary>
    public static readonly SqliteWriters Instance = new();

    /// <summary>Waits for the turn of a connection that is about to begin a transaction; it ends with it.</summary>
    /// <exception cref="Refused">503 <c>store.busy</c>.</exception>
    public static void Enter(DbConnection connection)
    {
        var turn = TurnOf(connection);
        Note(connection, turn, turn.Wait(Longest));
    }

    /// <inheritdoc cref="Enter"/>
    public static async Task EnterAsync(DbConnection connection, CancellationToken ct)
    {
        var turn = TurnOf(connection);
        Note(connection, turn, await turn.WaitAsync(Longest, ct));
    }

    /// <summary>Ends the turn of a connection, if it has it.</summary>
    public static void Leave(DbConnection? connection)
    {
        if (connection is null || !Writing.TryGetValue(connection, out var turn))
            return;
        if (Writing.Remove(connection))
            turn.Release();
    }

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Leave(eventData.Context?.Database.GetDbConnection());

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        TransactionCommitted(transaction, eventData);

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    // One that is left without a word ends with the connection that EF opened for it.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private static SemaphoreSlim TurnOf(DbConnection connection) =>
        Turns.GetOrAdd(Path.GetFullPath(connection.DataSource), _ => new SemaphoreSlim(1, 1));

    private static void Note(DbConnection connection, SemaphoreSlim turn, bool hasTurn)
    {
        if (!hasTurn)
            throw new Refused("store.busy", 503).With("seconds", Longest.TotalSeconds);
        Writing.Add(connection, turn);
    }
}
