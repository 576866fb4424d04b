using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Fourfold.Kernel.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fourfold.Kernel.Storage;

/// <summary>
/// Transactions of one store wait for those that came before, without a thread, a connection or an open file. SQLite takes one
/// writer at a time and lets the others sleep and try again, who came last as soon as who came first: of two hundred, some
/// waited a minute. A pool of connections that all wait for one row leaves none to who holds it and needs a second one.
/// </summary>
/// <remarks>Other processes, and statements outside a transaction, are kept apart by the store's own locks.</remarks>
public sealed class TransactionQueue : DbTransactionInterceptor, IDbConnectionInterceptor
{
    /// <summary>How long one waits for one's turn; then the request is refused and may come again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<DbConnection, SemaphoreSlim> Running = [];

    /// <summary>Ends a turn with its transaction, or with its connection.</summary>
    public static readonly TransactionQueue Instance = new();

    /// <summary>Waits for the turn of a connection and begins its transaction; the turn ends with it, or when it cannot begin.</summary>
    /// <param name="connection">Not open yet.</param>
    /// <param name="store">Names the store; the same for all that share it.</param>
    /// <param name="atOnce">How many transactions may run at a time, from 1.</param>
    /// <param name="begin">Begins it.</param>
    /// <exception cref="Refused">503 <c>store.busy</c>.</exception>
    public static T Begin<T>(DbConnection connection, string store, int atOnce, Func<T> begin)
    {
        var turn = TurnOf(store, atOnce);
        Note(connection, turn, turn.Wait(Longest));
        try
        {
            return begin();
        }
        catch
        {
            Leave(connection);
            throw;
        }
    }

    /// <inheritdoc cref="Begin"/>
    public static async Task<T> BeginAsync<T>(
        DbConnection connection,
        string store,
        int atOnce,
        Func<Task<T>> begin,
        CancellationToken ct
    )
    {
        var turn = TurnOf(store, atOnce);
        Note(connection, turn, await turn.WaitAsync(Longest, ct));
        try
        {
            return await begin();
        }
        catch
        {
            Leave(connection);
            throw;
        }
    }

    private static void Leave(DbConnection? connection)
    {
        if (connection is null || !Running.TryGetValue(connection, out var turn))
            return;
        if (Running.Remove(connection))
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

    private static SemaphoreSlim TurnOf(string store, int atOnce) =>
        Turns.GetOrAdd(store, _ => new SemaphoreSlim(atOnce, atOnce));

    private static void Note(DbConnection connection, SemaphoreSlim turn, bool hasTurn)
    {
        if (!hasTurn)
            throw new Refused("store.busy", 503).With("seconds", Longest.TotalSeconds);
        Running.Add(connection, turn);
    }
}
