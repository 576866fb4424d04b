using System.Reflection;
using Fourfold.Server;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fourfold.Cli.Up;

/// <summary>Runs the server until Ctrl-C or SIGTERM and tells the person at the terminal what to do next.</summary>
internal static class Up
{
    public static async Task<int> Run(ServerOptions options, CancellationToken ct)
    {
        using var locked = Running.TryLock(options.Data);
        if (locked is null)
        {
            await Console.Error.WriteLineAsync($"another Fourfold is running on {Path.GetFullPath(options.Data)}");
            return 1;
        }
        await using var app = await FourfoldServer.Build(options with { Self = Self() }, ct: ct);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"port {options.Port} is taken: {fault.Message}");
            return 1;
        }
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        await Greeting.Write(Console.Out, options, addresses?.Addresses ?? [], app.Services);
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static string[] Self()
    {
        var program = Environment.ProcessPath ?? "dotnet";
        var byHost = Path.GetFileNameWithoutExtension(program) is "dotnet";
        return byHost ? [program, Assembly.GetExecutingAssembly().Location] : [program];
    }
}
