using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Identity;

namespace Fourfold.Server.Demonstration;

/// <summary>The demonstration: an empty folder with nothing configured shows the whole loop on simulated data.</summary>
internal static class Demonstration
{
    // Remembers that this folder is a demonstration, also when the first start was cut short.
    private const string Marker = "demonstration";

    /// <summary>Whether this start is a demonstration: the folder is new, or was one before, and nothing else is configured.</summary>
    public static bool IsWanted(ServerOptions options) =>
        options.Demonstration
        && options.Feeds.Count == 0
        && string.IsNullOrEmpty(options.Database)
        && (
            File.Exists(Path.Combine(options.Data, Marker))
            || !File.Exists(Path.Combine(options.Data, FourfoldServer.DatabaseFile))
        );

    /// <summary>Marks the folder, before the first table is made.</summary>
    public static void Mark(ServerOptions options) => File.WriteAllText(Path.Combine(options.Data, Marker), "1\n");

    /// <summary>Registers the child that plays the simulator; returns the feed that listens to it.</summary>
    public static string AddSimulator(IServiceCollection services, ServerOptions options)
    {
        var at = $"127.0.0.1:{SimulatorProcess.FreePort()}";
        string[] arguments =
        [
            .. options.Self.Skip(1),
            "simulate",
            "strait",
            "--seed",
            "46",
            "--serve",
            at,
            "--until-stdin-closes",
        ];
        services.AddSingleton(new DemonstrationOptions(options.Self[0], arguments));
        services.AddHostedService<SimulatorProcess>();
        return $"tcp://{at}?protocol=nmea&sensor=simulator";
    }

    /// <summary>Adds the rows of the demonstration that are missing.</summary>
    public static async Task Seed(IServiceProvider services, CancellationToken ct)
    {
        services.GetRequiredService<DemonstrationMode>().IsOn = true;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("demonstration");
        foreach (var seed in scope.ServiceProvider.GetServices<IDemonstrationSeed>().OrderBy(s => s.Order))
            await seed.Seed(ct);
    }
}
