using System.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Storage;
using Fourfold.Sense;
using Fourfold.Sense.Demonstration;
using Fourfold.Server.Terminal;
using Fourfold.Simulator.Radars;
using Fourfold.Simulator.Strait;

namespace Fourfold.Server.Demonstration;

/// <summary>The demonstration: an empty folder with nothing configured shows the whole loop on simulated data.</summary>
internal static class Demonstration
{
    // Remembers that this folder is a demonstration, also when the first start was cut short.
    private const string Marker = "demonstration";

    // The accounts are made up and open nothing but made-up data, so their passwords may be looked up again.
    private const string AccountsFile = "demonstration-accounts.txt";
    private const string NewcomerName = "duty";

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

    /// <summary>Registers the zones that the simulator's scenario plays around.</summary>
    public static void AddZones(IServiceCollection services)
    {
        foreach (var zone in StraitPlaces.Zones)
            services.AddSingleton(new DemonstrationZone(zone.NameZh, zone.Kind, zone.Area));
    }

    /// <summary>Registers the radars of the simulator's scenario, as sensors to be known.</summary>
    public static void AddRadars(IServiceCollection services)
    {
        foreach (var radar in StraitPlaces.Radars)
            services.AddSingleton(Known(radar));
    }

    /// <summary>Registers the child that plays the simulator; returns the feeds that listen to it.</summary>
    public static IReadOnlyList<PinnedFeed> AddSimulator(IServiceCollection services, ServerOptions options)
    {
        var at = $"127.0.0.1:{SimulatorProcess.FreePort()}";
        var radars = $"127.0.0.1:{SimulatorProcess.FreeUdpPort()}";
        string[] arguments =
        [
            .. options.Self.Skip(1),
            "simulate",
            "strait",
            "--seed",
            "46",
            "--serve",
            at,
            "--radar-to",
            radars,
            "--until-stdin-closes",
        ];
        services.AddSingleton(new DemonstrationOptions(options.Self[0], arguments));
        services.AddHostedService<SimulatorProcess>();
        return
        [
            new PinnedFeed($"tcp://{at}?protocol=nmea&sensor=simulator", "simulator", Simulated: true),
            new PinnedFeed($"udp://{radars}?protocol=asterix", "simulator-radars", Simulated: true),
        ];
    }

    /// <summary>Adds the rows of the demonstration that are missing, and what the newcomer must be told.</summary>
    public static async Task Seed(IServiceProvider services, ServerOptions options, CancellationToken ct)
    {
        services.GetRequiredService<DemonstrationMode>().IsOn = true;
        await services.GetRequiredService<DemonstrationSeeder>().Seed(ct);
        var made = services.GetRequiredService<DemonstrationAccounts>().Take();
        var file = Path.Combine(options.Data, AccountsFile);
        if (made.Count > 0)
            DurableFile.Write(file, Encoding.UTF8.GetBytes(string.Join('\n', made.Select(Line)) + '\n'));

        var welcome = services.GetRequiredService<Welcome>();
        welcome.Add(_ => TerminalTexts.Of("demonstration"));
        if (File.Exists(file))
        {
            welcome.Add(_ => TerminalTexts.Of("accounts", file));
            foreach (var account in await File.ReadAllLinesAsync(file, ct))
                welcome.Add(_ => "  " + account);
        }
        var start = services.GetRequiredService<StartLinks>().Create(NewcomerName, Purposes.SeaWatch);
        welcome.Add(_ => TerminalTexts.Of("start-link"));
        welcome.Add(url => $"  {url}{start}");
    }

    private static DemonstrationRadar Known(RadarSite radar) =>
        new(
            radar.Key,
            radar.NameZh,
            radar.Position.LatitudeDegrees,
            radar.Position.LongitudeDegrees,
            radar.AntennaHeightMetres,
            radar.AreaCode,
            radar.SystemCode,
            radar.RangeDeviationMetres,
            radar.AzimuthDeviationDegrees,
            radar.PeriodSeconds,
            radar.DetectionProbability,
            radar.MinimumRangeMetres,
            radar.MaximumRangeMetres,
            radar.RangeResolutionMetres,
            radar.AzimuthResolutionDegrees,
            radar.ClutterFarPerSquareKilometre,
            radar.ClutterNearPerSquareKilometre,
            radar.ClutterDecayMetres,
            radar.RangeBiasDeviationMetres,
            radar.AzimuthBiasDeviationDegrees
        );

    private static string Line(DemonstrationAccount account) =>
        $"{account.Role, -18} {account.UserName, -18} {account.Password}";
}
