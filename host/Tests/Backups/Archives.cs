using System.Diagnostics;
using Fourfold.Server;
using Fourfold.Server.Backups;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Host.Tests.Backups;

/// <summary>Archives made of running boxes, and boxes made of archives. Each has a folder and, on PostgreSQL, a database of its own.</summary>
internal static class Archives
{
    /// <summary>Backs a running box up into a file beside its data, which goes with it unless moved.</summary>
    public static async Task Backup(this FourfoldBox box, string archive) =>
        await Server.Backups.Backup.Write(
            box.Options,
            archive,
            withRaw: false,
            TimeProvider.System,
            CancellationToken.None
        );

    /// <summary>Options of a Fourfold that is empty: where an archive goes.</summary>
    public static Task<ServerOptions> EmptyPlace() =>
        TestStore.Empty(Directory.CreateTempSubdirectory("fourfold-restored-").FullName);

    /// <summary>Restores an archive elsewhere and starts a server on it.</summary>
    public static async Task<FourfoldBox> Restored(string archive, Action<IServiceCollection>? configure = null)
    {
        var place = await EmptyPlace();
        await Restore.Read(place, archive, CancellationToken.None);
        return await FourfoldBox.On(place, configure);
    }

    /// <summary>Runs <c>fourfold admin …</c> as an operator does; returns its exit code and what it said.</summary>
    public static async Task<(int Code, string Said)> Admin(ServerOptions options, string verb, string archive)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var program = Path.Combine(AppContext.BaseDirectory, "fourfold.dll");
        foreach (var argument in (string[])[program, "admin", verb, "--data", options.Data, archive])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("FOURFOLD_DATABASE");
        if (options.Database is { } database)
            start.Environment["FOURFOLD_DATABASE"] = database;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("did not start");
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, await said + await complained);
    }
}
