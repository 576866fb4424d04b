using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Fourfold.Kernel.Seeding;
using Fourfold.Server;
using Fourfold.Server.Seeding;
using Fourfold.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Fourfold.Benchmarks.Field;

/// <summary>A province as <c>admin seed hainan</c> makes it, to be measured and written to, and a way into its rows beside the program.</summary>
/// <remarks>On SQLite it is made once and copied out of the temporary folder; PostgreSQL is as short-lived as its server.</remarks>
internal static class FieldStore
{
    /// <summary>When it is, for the store: the box's clock begins here and stands still.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);

    // Raise it when what is seeded changes.
    private const int Version = 1;
    private const int Seed = 46;

    /// <summary>What the store is called in a table's head.</summary>
    public static string Name => TestStore.IsPostgres ? "PostgreSQL" : "SQLite";

    /// <summary>Options of a server on a store of its own with so many cases; a box on them removes it.</summary>
    public static async Task<ServerOptions> Ready(int cases, TextWriter to, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("fourfold-bench-field-").FullName;
        var options = await TestStore.Empty(folder);
        if (TestStore.IsPostgres)
        {
            await Fill(options, cases, to, ct);
            return options;
        }
        var kept = Path.Combine(Path.GetTempPath(), $"fourfold-bench-field-{Version}-{cases}");
        var done = Path.Combine(kept, "seeded");
        if (!File.Exists(done))
        {
            if (Directory.Exists(kept))
                Directory.Delete(kept, recursive: true);
            Directory.CreateDirectory(kept);
            await Fill(options with { Data = kept }, cases, to, ct);
            SqliteConnection.ClearAllPools();
            await File.WriteAllTextAsync(done, "", ct);
        }
        File.Copy(Path.Combine(kept, FourfoldServer.DatabaseFile), Path.Combine(folder, FourfoldServer.DatabaseFile));
        return options;
    }

    /// <summary>A connection past the program, to the same rows.</summary>
    public static async Task<DbConnection> Connect(ServerOptions options, CancellationToken ct)
    {
        DbConnection connection = options.Database is { } database
            ? new NpgsqlConnection(database)
            : new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(options.Data, FourfoldServer.DatabaseFile),
                    Pooling = false,
                }.ToString()
            );
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>Name of a module's table in this store.</summary>
    public static string Table(string module, string table) =>
        TestStore.IsPostgres ? $"{module}.{table}" : $"{module}_{table}";

    private static async Task Fill(ServerOptions options, int cases, TextWriter to, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        await SeedProvince.Run(options, new ProvincePlan(Seed, cases, Now, (_, _, _) => { }), ct);
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  {Name}: seeded {cases:N0} cases in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"
            )
        );
    }
}
