using Fourfold.Contracts;
using Fourfold.Kernel.Areas;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Outbox;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
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
        services.AddSingleton<DemonstrationAccounts>();
        services.AddSingleton<DemonstrationSeeder>();
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<ModuleDbTools>();
        services.AddSingleton<RingBoard>();
        services.AddSingleton<INoticeBoard>(provider => provider.GetRequiredService<RingBoard>());
        services.AddSingleton<CommandRunner>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<DemonstrationMode>();
        services.AddModuleDb<KernelDb>("kernel");
        services.AddExceptionHandler<ProblemWriter>();
        services.AddProblemDetails();
        services.Configure<JsonOptions>(json =>
        {
            foreach (var converter in StoredJson.Options.Converters)
                json.SerializerOptions.Converters.Add(converter);
            json.SerializerOptions.RespectNullableAnnotations = true;
        });
        return services;
    }

    /// <summary>Stands before all endpoints: problems, who acts, and whether it may.</summary>
    public static IApplicationBuilder UseKernel(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseRouting();
        app.UseMiddleware<ActorMiddleware>();
        return app.UseMiddleware<AccessMiddleware>();
    }

    /// <summary>Maps the kernel's endpoints below <c>/api/v1</c>.</summary>
    public static void MapKernel(this IEndpointRouteBuilder api)
    {
        SendCommands.Map(api);
        api.MapIdentityPart();
        ListAreas.Map(api);
        ListUnits.Map(api);
        WriteUnits.Map(api.MapGroup("").Idempotently<KernelDb>());
        TryRouting.Map(api);
    }

    /// <summary>Maps the kernel's endpoints that stand outside the API.</summary>
    public static void MapKernelRoot(this IEndpointRouteBuilder root) => StartLinks.Map(root);
}
