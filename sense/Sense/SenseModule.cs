using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Sense;

/// <summary>社管平台: from bytes of sensors to alerts that argue their case.</summary>
public static class SenseModule
{
    /// <summary>Registers the module's services.</summary>
    public static IServiceCollection AddSense(this IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDb<SenseDb>("sense");

    /// <summary>Maps the module's endpoints below <c>/api/v1</c>.</summary>
    public static void MapSense(this IEndpointRouteBuilder api) { }
}
