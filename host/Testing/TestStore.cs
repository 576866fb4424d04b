using Fourfold.Server;
using Npgsql;

namespace Fourfold.Testing;

/// <summary>
/// Which store the tests of this run use: SQLite, or PostgreSQL when <c>FOURFOLD_TEST_STORE=postgres</c> and
/// <c>FOURFOLD_TEST_POSTGRES</c> holds a connection string that may create databases. Tables are made once and copied for each box.
/// </summary>
public static class TestStore
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static string? template;

    /// <summary>Whether this run is the one on PostgreSQL.</summary>
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("FOURFOLD_TEST_STORE") == "postgres";

    private static string Server =>
        Environment.GetEnvironmentVariable("FOURFOLD_TEST_POSTGRES")
        ?? throw new InvalidOperationException("FOURFOLD_TEST_POSTGRES is not set");

    /// <summary>Options of a server on a fresh, migrated store in a folder of its own.</summary>
    internal static async Task<ServerOptions> Fresh(string folder)
    {
        var made = await Template();
        if (IsPostgres)
            return await OnPostgres(folder, made);
        File.Copy(made, Path.Combine(folder, "fourfold.db"));
        return In(folder);
    }

    /// <summary>Options of a server whose store holds no table yet, for what fills it by itself; give them to <see cref="Drop"/> or to a box.</summary>
    public static async Task<ServerOptions> Empty(string folder) =>
        IsPostgres ? await OnPostgres(folder, "template0") : In(folder);

    private static ServerOptions In(string folder) =>
        new()
        {
            Data = folder,
            Port = 0,
            Demonstration = false,
        };

    private static async Task<ServerOptions> OnPostgres(string folder, string copyOf)
    {
        var name = $"fourfold_{Guid.NewGuid():N}";
        await Execute($"create database {name} template {copyOf} strategy file_copy");
        return In(folder) with
        {
            Database = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 20 }.ToString(),
        };
    }

    /// <summary>Removes what was made outside the folder.</summary>
    public static async Task Drop(ServerOptions options)
    {
        if (options.Database is { } database)
            await Execute(
                $"drop database if exists {new NpgsqlConnectionStringBuilder(database).Database} with (force)"
            );
    }

    private static async Task<string> Template()
    {
        await Gate.WaitAsync();
        try
        {
            return template ??= IsPostgres ? await MakePostgresTemplate() : await MakeSqliteTemplate();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("fourfold-template-").FullName;
        await using (await FourfoldServer.Build(new ServerOptions { Data = folder, Demonstration = false })) { }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "fourfold.db");
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var name = $"fourfold_template_{Environment.ProcessId}_{Guid.NewGuid():N}"[..50];
        await Execute($"create database {name}");
        var database = new NpgsqlConnectionStringBuilder(Server) { Database = name, Pooling = false }.ToString();
        var folder = Directory.CreateTempSubdirectory("fourfold-template-").FullName;
        var options = new ServerOptions
        {
            Data = folder,
            Database = database,
            Demonstration = false,
        };
        await using (await FourfoldServer.Build(options)) { }
        return name;
    }

    private static async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Server) { MaxPoolSize = 4 }.ToString()
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
