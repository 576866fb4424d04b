using System.Collections.Concurrent;
using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Storage;

/// <summary>
/// Transactions of one store wait for those that came before, without a thread, a connection or an open file. SQLite takes one
/// writer at a time and lets the others sleep and try again, who came last as soon as who came first: of two hundred, some
/// waited a minute. A pool of connections that all wait for one row leaves none to who holds it and needs a second one.
/// </summary>
/// <remarks>One for each connection that begins transactions. Other processes, and statements outside a transaction, are kept apart by the store's own locks.</remarks>
public sealed class TransactionTurn
{
    /// <summary>How long one waits for one's turn; then the request is refused and may come again.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    private SemaphoreSlim? held;

    /// <summary>Waits for the turn and begins; the turn ends with <see cref="Leave"/>, or when it cannot begin.</summary>
    /// <param name="store">Names the store; the same for all that share it.</param>
    /// <param name="atOnce">How many transactions may run at a time, from 1.</param>
    /// <param name="begin">Begins the transaction.</param>
    /// <exception cref="Refused">503 <c>store.busy</c>.</exception>
    public T Begin<T>(string store, int atOnce, Func<T> begin)
    {
        var turn = TurnOf(store, atOnce);
        Note(turn, turn.Wait(Longest));
        try
        {
            return begin();
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <inheritdoc cref="Begin"/>
    public async Task<T> BeginAsync<T>(string store, int atOnce, Func<Task<T>> begin, CancellationToken ct)
    {
        var turn = TurnOf(store, atOnce);
        Note(turn, await turn.WaitAsync(Longest, ct));
        try
        {
            return await begin();
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>Lets the next one begin; nothing when the turn is over or was never taken.</summary>
    public void Leave() => Interlocked.Exchange(ref held, null)?.Release();

    private static SemaphoreSlim TurnOf(string store, int atOnce) =>
        Turns.GetOrAdd(store, _ => new SemaphoreSlim(atOnce, atOnce));

    private void Note(SemaphoreSlim turn, bool hasTurn)
    {
        if (!hasTurn)
            throw new Refused("store.busy", 503).With("seconds", Longest.TotalSeconds);
        held = turn;
    }
}
