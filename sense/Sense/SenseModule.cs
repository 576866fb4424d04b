using Fourfold.Contracts;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Retention;
using Fourfold.Kernel.Storage;
using Fourfold.Sense.Alerts;
using Fourfold.Sense.Cells;
using Fourfold.Sense.Demonstration;
using Fourfold.Sense.Feeds;
using Fourfold.Sense.Feeds.Capture;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Fourfold.Sense.Picture;
using Fourfold.Sense.Rules;
using Fourfold.Sense.Sensors;
using Fourfold.Sense.Vessels;
using Fourfold.Sense.Zones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Sense;

/// <summary>社管平台: from bytes of sensors to alerts that argue their case.</summary>
public static class SenseModule
{
    // A ship that was not heard for so long is no longer ours to know.
    private static readonly TimeSpan VesselsKept = TimeSpan.FromDays(730);

    /// <summary>Registers the module's services.</summary>
    public static IServiceCollection AddSense(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SenseOptions>(configuration.GetSection("Sense"));
        services.AddModuleDb<SenseDb>("sense");
        services.AddSingleton<SenseSignals>();
        services.AddScoped<PeopleNames>();
        AddFeeds(services);
        AddPicture(services);
        AddAlerts(services);
        services.Keep(Keep.For<SenseDb, Vessel>(VesselsKept, v => v.LastHeardAt));
        services.AddScoped<IDemonstrationSeed, DemonstrationSea>();
        services.AddHostedService<RuleArmer>();
        services.AddHostedService<SensorKeeper>();
        services.AddHostedService<SenseMeters>();
        // Last, so that zones, rules and names are there before the first byte is looked at.
        services.AddHostedService<CellLoop>();
        services.AddHostedService<FeedSupervisor>();
        return services;
    }

    /// <summary>Maps the module's endpoints below <c>/api/v1</c>.</summary>
    public static void MapSense(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").Idempotently<SenseDb>();
        GetMap.Map(group);
        ListVessels.Map(group);
        GetTrack.Map(group);
        ListFeeds.Map(group);
        AddFeed.Map(group);
        ChangeFeed.Map(group);
        RemoveFeed.Map(group);
        ListBadLines.Map(group);
        ReadRaw.Map(group);
        ListSensors.Map(group);
        AddSensor.Map(group);
        ChangeSensor.Map(group);
        RemoveSensor.Map(group);
        GetCoverage.Map(group);
        ListZones.Map(group);
        DrawZone.Map(group);
        RedrawZone.Map(group);
        RemoveZone.Map(group);
        ListRules.Map(group);
        ReviseRule.Map(group);
        ListAlerts.Map(group);
        CountAlerts.Map(group);
        AcknowledgeAlert.Map(group);
        DismissAlert.Map(group);
        UndoDismissal.Map(group);
    }

    /// <summary>Maps <c>/live</c>; stands behind the access check like every endpoint.</summary>
    public static void MapLive(this WebApplication app) => OpenLive.Map(app);

    private static void AddFeeds(IServiceCollection services)
    {
        services.AddSingleton<ITransport, TcpTransport>();
        services.AddSingleton<ITransport, TcpListenTransport>();
        services.AddSingleton<ITransport, UdpTransport>();
        services.AddSingleton<ITransport, FileTransport>();
        services.AddSingleton<IProtocol, NmeaProtocol>();
        services.AddSingleton<IProtocol, AsterixProtocol>();
        services.AddSingleton<SensorBook>();
        services.AddSingleton<Terrain>();
        services.AddSingleton<CoverageCache>();
        services.AddSingleton<RecordingFolder>();
        services.AddSingleton<FeedPlugIns>();
        services.AddSingleton<FeedBook>();
        services.AddSingleton<RawArchive>();
        services.AddHostedService<RawKeeper>();
        services.AddSingleton<FeedSurroundings>();
        services.AddSingleton<FeedStarter>();
        services.AddSingleton<ObservationQueue>();
    }

    private static void AddPicture(IServiceCollection services)
    {
        services.AddSingleton<Sea>();
        services.AddSingleton(provider => provider.GetRequiredService<Sea>().Island);
        services.AddSingleton<VesselRegister>();
        services.AddHostedService<VesselKeeper>();
        services.AddSingleton<LivePicture>();
        services.AddSingleton<DelayHistogram>();
        services.AddSingleton<StatusText>();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<Cell>();
    }

    private static void AddAlerts(IServiceCollection services)
    {
        services.AddSingleton<FindingQueue>();
        services.AddSingleton<AlertBoard>();
        services.AddHostedService(provider => provider.GetRequiredService<AlertBoard>());
        services.AddHostedService<AlertWriter>();
        services.RunEvery<AlertSweeper>("alert-expiry", AlertSweeper.Interval);
        services.AddScoped<AlertEpisodes>();
        services.AddScoped<AlertViews>();
        services.AddScoped<AnswerAlert>();
        services.AddScoped<IAlerts, AlertDirectory>();
        services.Handle<AlertJoinedCase, NoteAlertInCase, SenseDb>();
        services.Handle<CaseConcluded, CountOutcome, SenseDb>();
    }
}
