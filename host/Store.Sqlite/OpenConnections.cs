using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Fourfold.Store.Sqlite;

/// <summary>Open connections that nobody uses just now, by their connection string; at most <see cref="Most"/> of each.</summary>
internal static class OpenConnections
{
    /// <summary>More are used at once than are kept: the rest is closed.</summary>
    private const int Most = 16;

    private static readonly ConcurrentDictionary<string, ConcurrentStack<SqliteConnection>> Idle = new(
        StringComparer.Ordinal
    );

    /// <summary>From now on connections of a store are kept.</summary>
    public static void Keep(string store) => Idle.TryAdd(store, []);

    /// <summary>The one that was used last, for its statements are still warm; null when there is none.</summary>
    public static SqliteConnection? Take(string store) =>
        Idle.TryGetValue(store, out var idle) && idle.TryPop(out var connection) ? connection : null;

    /// <summary>Keeps it open, or closes it: when there are enough, or it is not as it was.</summary>
    public static void GiveBack(string store, SqliteConnection connection)
    {
        if (
            connection.Handle is { } handle
            && sqlite3_get_autocommit(handle) != 0
            && Idle.TryGetValue(store, out var idle)
            && idle.Count < Most
        )
        {
            idle.Push(connection);
            // The store was closed meanwhile.
            if (!Idle.ContainsKey(store))
                Close(idle);
        }
        else
            connection.Dispose();
    }

    /// <summary>Closes those of a store; none is kept from now on.</summary>
    public static void Close(string store)
    {
        if (Idle.TryRemove(store, out var idle))
            Close(idle);
    }

    private static void Close(ConcurrentStack<SqliteConnection> idle)
    {
        while (idle.TryPop(out var connection))
            connection.Dispose();
    }
}
