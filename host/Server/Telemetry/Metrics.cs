using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using OpenTelemetry.Metrics;

namespace Fourfold.Server.Telemetry;

/// <summary>Counters and times for Prometheus at <c>/metrics</c>, for a scraper on this machine or a key with <c>metrics.read</c>. Every meter whose name begins with <c>Fourfold.</c> is included.</summary>
internal static class Metrics
{
    public static IServiceCollection AddMeters(this IServiceCollection services)
    {
        services
            .AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddMeter("Fourfold.*")
                    .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                    .AddMeter("System.Runtime")
                    .AddPrometheusExporter()
            );
        return services;
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapPrometheusScrapingEndpoint("/metrics").NeedsUnlessLocal(Permission.Metrics);
}
