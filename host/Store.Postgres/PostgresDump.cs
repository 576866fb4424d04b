using System.Diagnostics;
using Npgsql;

namespace Fourfold.Store.Postgres;

/// <summary>Backup and restore with PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, which must be on the PATH.</summary>
internal static class PostgresDump
{
    public static Task Write(string connectionString, string file, CancellationToken ct) =>
        Run("pg_dump", ["--format=custom", "--no-owner", "--file", file], connectionString, ct);

    public static Task Read(string connectionString, string file, CancellationToken ct) =>
        Run(
            "pg_restore",
            [
                "--clean",
                "--if-exists",
                "--no-owner",
                "--single-transaction",
                "--dbname",
                Database(connectionString),
                file,
            ],
            connectionString,
            ct
        );

    private static string Database(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Database ?? "postgres";

    private static async Task Run(string program, string[] arguments, string connectionString, CancellationToken ct)
    {
        var to = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        // Through the environment, so that no password shows in the process list.
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGDATABASE"] = to.Database;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors}");
    }
}
