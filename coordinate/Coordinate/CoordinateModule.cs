using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Coordinate;

/// <summary>综治中心: cases, work orders, outcomes.</summary>
public static class CoordinateModule
{
    /// <summary>Registers the module's services.</summary>
    public static IServiceCollection AddCoordinate(this IServiceCollection services, IConfiguration configuration) =>
        services.AddModuleDb<CoordinateDb>("coordinate");

    /// <summary>Maps the module's endpoints below <c>/api/v1</c>.</summary>
    public static void MapCoordinate(this IEndpointRouteBuilder api) { }
}
