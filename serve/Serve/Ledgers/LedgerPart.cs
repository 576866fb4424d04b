using Fourfold.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Ledgers;

/// <summary>The module's part about ledgers.</summary>
internal static class LedgerPart
{
    public static void AddLedgers(this IServiceCollection services)
    {
        services.AddScoped<LedgerDesk>();
        services.AddScoped<ILedgerSource, FormLedger>();
        services.AddScoped<ILedgerSource, PatrolLedger>();
    }

    public static void MapLedgers(this IEndpointRouteBuilder api) =>
        ReadLedgers.Map(api.MapGroup("/ledgers").WithTags("Ledgers"));
}
