using System.Reflection;
using Fourfold.Sense.Feeds;
using Fourfold.Server;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fourfold.Cli.Up;

/// <summary>Runs the server until Ctrl-C or SIGTERM and tells the person at the terminal what to do next.</summary>
internal static class Up
{
    /// <summary>Exit codes: 0 it was told to end, 1 it could not start and said why.</summary>
    public static async Task<int> Run(ServerOptions options, CancellationToken ct)
    {
        try
        {
            using var locked = Running.TryLock(options.Data);
            if (locked is null)
                return await Refuse($"another Fourfold is running on {Path.GetFullPath(options.Data)}");
            await using var app = await FourfoldServer.Build(options with { Self = Self() }, ct: ct);
            foreach (var feed in options.Feeds)
                if (FeedUrls.ProblemOf(app.Services, feed) is { } problem)
                    return await Refuse($"--feed {feed}: {problem} (docs/guide/receivers.md)");
            await app.StartOrStop(ct);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            await Greeting.Write(Console.Out, options, addresses?.Addresses ?? [], app.Services);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0; // Ctrl-C while it was starting.
        }
        catch (Exception fault) when (StartFault.Explain(fault, options) is { } said)
        {
            return await Refuse(said);
        }
    }

    private static async Task<int> Refuse(string why)
    {
        await Console.Error.WriteLineAsync($"fourfold: {why}");
        return 1;
    }

    private static string[] Self()
    {
        var program = Environment.ProcessPath ?? "dotnet";
        var byHost = Path.GetFileNameWithoutExtension(program) is "dotnet";
        return byHost ? [program, Assembly.GetExecutingAssembly().Location] : [program];
    }
}
