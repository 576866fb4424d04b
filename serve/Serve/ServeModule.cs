using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve;

/// <summary>网格化服务管理: grids and their workers.</summary>
public static class ServeModule
{
    /// <summary>Registers the module's services.</summary>
    public static IServiceCollection AddServe(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ServeDb>("serve");
        services.Configure<ServeOptions>(configuration.GetSection("Serve"));
        return services;
    }

    /// <summary>Maps the module's endpoints below <c>/api/v1</c>.</summary>
    public static void MapServe(this IEndpointRouteBuilder api) { }
}
