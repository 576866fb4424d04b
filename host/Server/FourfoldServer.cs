using Fourfold.Coordinate;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Storage;
using Fourfold.Sense;
using Fourfold.Server.Demonstration;
using Fourfold.Server.Description;
using Fourfold.Server.Pages;
using Fourfold.Server.Telemetry;
using Fourfold.Server.Tls;
using Fourfold.Store.Postgres;
using Fourfold.Store.Sqlite;

namespace Fourfold.Server;

/// <summary>Puts the modules, the store and the pages together into one server.</summary>
public static class FourfoldServer
{
    /// <summary>Name of the embedded database in the data folder.</summary>
    internal const string DatabaseFile = "fourfold.db";

    /// <summary>Builds a server and brings its tables up to date; the caller runs it.</summary>
    /// <param name="options">How it is started.</param>
    /// <param name="replace">Replaces services, such as the clock in tests.</param>
    /// <param name="ct">Ends the wait for the migration lock.</param>
    public static async Task<WebApplication> Build(
        ServerOptions options,
        Action<IServiceCollection>? replace = null,
        CancellationToken ct = default
    )
    {
        PrivateFolder.Make(options.Data);
        var demonstration = Demonstration.Demonstration.IsWanted(options);
        var builder = WebApplication.CreateSlimBuilder();
        Listening.Configure(builder, options);
        Logs.Configure(builder.Logging);
        builder.Configuration["Fourfold:Data"] = Path.GetFullPath(options.Data);
        AddServices(builder, options, demonstration);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(ct);
        if (demonstration)
            await Demonstration.Demonstration.Seed(app.Services, options, ct);
        else
            await TellSetup(app.Services, ct);
        UseEverything(app, options);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, ServerOptions options, bool demonstration)
    {
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(StoreOf(options));
        services.AddKernel(builder.Configuration);
        services.AddSense(builder.Configuration);
        services.AddCoordinate(builder.Configuration);
        services.AddApiDescription();
        services.AddPages();
        services.AddMeters();
        services.AddSingleton<Welcome>();
        var feeds = options.Feeds.Select(url => new PinnedFeed(url)).ToList();
        if (demonstration)
        {
            Demonstration.Demonstration.Mark(options);
            Demonstration.Demonstration.AddZones(services);
        }
        if (demonstration && options.Self.Count > 0)
            feeds.Add(Demonstration.Demonstration.AddSimulator(services, options));
        services.Configure<SenseOptions>(sense => sense.PinnedFeeds = feeds);
    }

    private static void UseEverything(WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<Correlation>();
        app.UseSecurityHeaders();
        app.UsePages(options.Web);
        app.UseWebSockets();
        app.UseKernel();
        var api = app.MapGroup("/api/v1");
        api.MapKernel();
        api.MapSense();
        api.MapCoordinate();
        if (options.Https && options.CertificateFile is null)
            app.MapAuthority(options);
        app.MapKernelRoot();
        app.MapHealth();
        app.MapMetrics();
        app.MapLive();
        app.MapOpenApi().OpenToAnyone("the contract is public");
    }

    private static async Task TellSetup(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<SetupLinks>().CreateIfNeeded(ct) is { } path)
            services
                .GetRequiredService<Welcome>()
                .Add(url =>
                    $"Make the first administrator, once: {url}{path.Replace("/setup/", "/setup?token=", StringComparison.Ordinal)}"
                );
    }

    /// <summary>The store these options name.</summary>
    internal static IStore StoreOf(ServerOptions options) =>
        options.Database is { Length: > 0 } database
            ? new PostgresStore(database)
            : new SqliteStore(Path.Combine(options.Data, DatabaseFile));
}
