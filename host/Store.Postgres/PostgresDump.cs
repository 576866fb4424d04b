using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Fourfold.Store.Postgres;

/// <summary>Backup and restore with PostgreSQL's own <c>pg_dump</c> and <c>pg_restore</c>, which must be on the PATH and not older than the server.</summary>
internal static class PostgresDump
{
    public static Task Write(string connectionString, string file, CancellationToken ct) =>
        Run("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file", file], connectionString, ct);

    // Drops nothing: over a database that is not empty it fails and leaves it as it was.
    public static Task Read(string connectionString, string file, CancellationToken ct) =>
        Run(
            "pg_restore",
            [
                "--no-owner",
                "--no-privileges",
                "--single-transaction",
                "--exit-on-error",
                "--dbname",
                new NpgsqlConnectionStringBuilder(connectionString).Database ?? "postgres",
                file,
            ],
            connectionString,
            ct
        );

    private static async Task Run(string program, string[] arguments, string connectionString, CancellationToken ct)
    {
        using var process = Start(program, arguments, new NpgsqlConnectionStringBuilder(connectionString));
        try
        {
            var errors = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Trim()}");
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private static Process Start(string program, string[] arguments, NpgsqlConnectionStringBuilder to)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        // Through the environment, so that no password shows in the process list.
        start.Environment["PGHOST"] = to.Host;
        start.Environment["PGPORT"] = to.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = to.Username;
        start.Environment["PGPASSWORD"] = to.Password;
        start.Environment["PGDATABASE"] = to.Database;
        start.Environment["PGSSLMODE"] = to.SslMode switch
        {
            SslMode.VerifyCA => "verify-ca",
            SslMode.VerifyFull => "verify-full",
            var mode => mode.ToString().ToLowerInvariant(),
        };
        if (to.RootCertificate is { } certificate)
            start.Environment["PGSSLROOTCERT"] = certificate;
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        }
        catch (Win32Exception fault)
        {
            throw new InvalidOperationException($"{program} is not on the PATH: {fault.Message}", fault);
        }
    }
}
