using System.Text.Json.Serialization.Metadata;
using Fourfold.Contracts;
using Fourfold.Kernel.Areas;
using Fourfold.Kernel.Audit;
using Fourfold.Kernel.Calendars;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Files;
using Fourfold.Kernel.Files.Uploads;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Jobs;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Push;
using Fourfold.Kernel.Retention;
using Fourfold.Kernel.Sealing;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;
using Fourfold.Kernel.Telemetry;
using Fourfold.Kernel.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fourfold.Kernel;

/// <summary>What all modules stand on.</summary>
public static class KernelModule
{
    /// <summary>Registers the kernel's services.</summary>
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddIdentityPart(configuration);
        services.AddSingleton<AreaDirectory>();
        services.AddSingleton<IAreaDirectory>(provider => provider.GetRequiredService<AreaDirectory>());
        services.AddSingleton<UnitDirectory>();
        services.AddSingleton<IUnitDirectory>(provider => provider.GetRequiredService<UnitDirectory>());
        services.AddScoped<IDemonstrationSeed, DemonstrationUnits>();
        services.AddScoped<IDemonstrationSeed, DemonstrationPeople>();
        services.AddScoped<IProvinceSeed, ProvinceUnits>();
        services.AddSingleton<DemonstrationAccounts>();
        services.AddSingleton<DemonstrationSeeder>();
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<ModuleDbTools>();
        services.AddSingleton<RingBoard>();
        services.AddSingleton<INoticeBoard>(provider => provider.GetRequiredService<RingBoard>());
        services.AddSingleton<EventListeners>();
        services.TellOfTheFrame();
        services.AddMetrics();
        services.AddSingleton<KernelMetrics>();
        services.AddSingleton<Looks>();
        services.AddSingleton<CommandRunner>();
        services.AddFilesPart(configuration);
        services.AddPushPart(configuration);
        services.AddSingleton<WorkingDays>();
        services.AddSingleton<ICalendars>(provider => provider.GetRequiredService<WorkingDays>());
        services.AddSingleton<SealingKey>();
        services.AddSingleton<AuditHeadFiles>();
        services.AddJobs();
        services.AddOwnJobs();
        services.AddSingleton<Migrator>();
        services.AddSingleton<DemonstrationMode>();
        services.Configure<DutyRoomOptions>(configuration.GetSection("DutyRoom"));
        services.AddScoped<SessionViewer>();
        services.AddModuleDb<KernelDb>("kernel");
        services.AddExceptionHandler<ProblemWriter>();
        services.AddProblemDetails();
        // Else a body that cannot be read is answered with a bare status, and the client's log has no reason.
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json =>
        {
            foreach (var converter in StoredJson.Options.Converters)
                json.SerializerOptions.Converters.Add(converter);
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.TypeInfoResolver = (
                json.SerializerOptions.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()
            ).WithAddedModifier(BodyMembers.Require);
        });
        return services;
    }

    /// <summary>Stands before all endpoints: problems, who acts, and whether it may.</summary>
    public static IApplicationBuilder UseKernel(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseMiddleware<TusMiddleware>();
        app.UseRouting();
        app.UseMiddleware<ActorMiddleware>();
        return app.UseMiddleware<AccessMiddleware>();
    }

    /// <summary>Maps the kernel's endpoints below <c>/api/v1</c>.</summary>
    public static void MapKernel(this IEndpointRouteBuilder api)
    {
        var repeatable = api.MapGroup("").Idempotently<KernelDb>();
        SendCommands.Map(api);
        api.MapIdentityPart();
        ListAreas.Map(api);
        ListUnits.Map(api);
        WriteUnits.Map(repeatable);
        TryRouting.Map(api);
        api.MapFilesPart();
        api.MapPushPart();
        StreamEvents.Map(api);
        JobEndpoints.Map(repeatable);
        PoisonEndpoints.Map(api);
        ListAudit.Map(api);
        VerifyAudit.Map(api);
        CalendarEndpoints.Map(api);
    }

    /// <summary>Maps the kernel's endpoints that stand outside the API.</summary>
    public static void MapKernelRoot(this IEndpointRouteBuilder root) => StartLinks.Map(root);

    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobSignal>();
        services.AddSingleton<SchedulerLease>();
        services.AddSingleton<RecurringRuns>();
        services.AddSingleton<JobRuns>();
        services.AddScoped<IJobs, JobStarter>();
        services.AddHostedService<Scheduler>();
    }

    private static void AddOwnJobs(this IServiceCollection services)
    {
        services.RunEvery<SealAudit>("audit-seal", TimeSpan.FromSeconds(2));
        services.RunEvery<WriteAuditHeads>("audit-heads", TimeSpan.FromHours(6));
        services.RunEvery<DeleteWhatIsOver>("retention", TimeSpan.FromHours(24));
        services.Keep(Keep.ForEach<Receipt>(TimeSpan.FromDays(30), r => r.At));
        services.Keep(
            Keep.ForEach<OutboxMessage>(
                TimeSpan.FromDays(30),
                m => m.OccurredAt,
                m => m.State == OutboxState.Done || m.State == OutboxState.Discarded
            )
        );
        // Longer than an event can wait for its second delivery.
        services.Keep(Keep.ForEach<InboxEntry>(TimeSpan.FromDays(60), e => e.HandledAt));
        services.Keep(Keep.For<KernelDb, Session>(TimeSpan.FromDays(183), s => s.StartedAt));
        services.Keep(Keep.For<KernelDb, Job>(TimeSpan.FromDays(90), j => j.EndedAt));
    }
}
