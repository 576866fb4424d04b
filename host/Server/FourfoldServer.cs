using Fourfold.Coordinate;
using Fourfold.Kernel;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Storage;
using Fourfold.Sense;
using Fourfold.Serve;
using Fourfold.Server.Description;
using Fourfold.Server.Pages;
using Fourfold.Server.Telemetry;
using Fourfold.Server.Terminal;
using Fourfold.Server.Tls;
using Fourfold.Store.Postgres;
using Fourfold.Store.Sqlite;

namespace Fourfold.Server;

/// <summary>Puts the modules, the store and the pages together into one server.</summary>
public static class FourfoldServer
{
    /// <summary>Name of the embedded database in the data folder.</summary>
    internal const string DatabaseFile = "fourfold.db";

    private const string ValidatorFile = "packages/forms/dist/validator.js";

    // Before the program gives up (25 s) and the service manager kills it (30 s).
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(20);

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
        var hasStarted = Logs.Configure(builder.Logging);
        builder.Configuration["Fourfold:Data"] = Path.GetFullPath(options.Data);
        // Built with the pages, from the same sources: the server judges a form as the phones do.
        if (options.Web is { } web)
            builder.Configuration["Serve:ValidatorFile"] ??= Path.GetFullPath(Path.Combine(web, ValidatorFile));
        AddServices(builder, options, demonstration);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(hasStarted);
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
        services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWait);
        services.AddSingleton(_ => StoreOf(options));
        services.AddKernel(builder.Configuration);
        services.AddSense(builder.Configuration);
        services.AddCoordinate(builder.Configuration);
        services.AddServe(builder.Configuration);
        services.AddApiDescription();
        services.AddPages();
        services.AddMeters();
        services.TrustProxies(options);
        services.AddSingleton<Welcome>();
        var feeds = options.Feeds.Select(url => new PinnedFeed(url)).ToList();
        if (demonstration)
        {
            Demonstration.Demonstration.Mark(options);
            Demonstration.Demonstration.AddZones(services);
            Demonstration.Demonstration.AddRadars(services);
        }
        if (demonstration && options.Self.Count > 0)
            feeds.AddRange(Demonstration.Demonstration.AddSimulator(services, options));
        services.Configure<SenseOptions>(sense => sense.PinnedFeeds = feeds);
    }

    private static void UseEverything(WebApplication app, ServerOptions options)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<Correlation>();
        app.UseSecurityHeaders();
        app.UsePages(options.Web);
        app.UseWebSockets();
        app.UseKernel();
        var api = app.MapGroup("/api/v1");
        api.MapKernel();
        api.MapSense();
        api.MapCoordinate();
        api.MapServe();
        if (options.Https && options.CertificateFile is null)
            app.MapAuthority(options);
        app.MapKernelRoot();
        app.MapServeRoot();
        app.MapHealth();
        app.MapMetrics();
        app.MapLive();
        app.MapOpenApi().OpenToAnyone("the contract is public");
    }

    private static async Task TellSetup(IServiceProvider services, CancellationToken ct)
    {
        if (await services.GetRequiredService<SetupLinks>().CreateIfNeeded(ct) is not { } path)
            return;
        var page = path.Replace("/setup/", "/setup?token=", StringComparison.Ordinal);
        var welcome = services.GetRequiredService<Welcome>();
        welcome.Add(_ => TerminalTexts.Of("setup-link"));
        welcome.Add(url => $"  {url}{page}");
    }

    /// <summary>Starts it; when that fails, what had begun already is ended before the fault is thrown.</summary>
    public static async Task StartOrStop(this WebApplication app, CancellationToken ct = default)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>The store these options name.</summary>
    internal static IStore StoreOf(ServerOptions options) =>
        options.Database is { Length: > 0 } database
            ? new PostgresStore(database)
            : new SqliteStore(Path.Combine(options.Data, DatabaseFile));
}
