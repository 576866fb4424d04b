using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Telemetry;

/// <summary>For those who watch the server: it lives; it is ready to work.</summary>
internal static class Health
{
    // A probe must get its answer even when the database hangs.
    private static readonly TimeSpan StoreWait = TimeSpan.FromSeconds(3);

    internal sealed record LiveResponse(string Status);

    internal sealed record ReadyResponse(string Status, string Version, string Store);

    public static void Map(IEndpointRouteBuilder root)
    {
        root.MapGet("/health/live", () => TypedResults.Ok(new LiveResponse("live")))
            .WithName("IsLive")
            .ExcludeFromDescription()
            .OpenToAnyone("probes have no account; it says one word");
        root.MapGet("/health/ready", Ready)
            .WithName("IsReady")
            .ExcludeFromDescription()
            .OpenToAnyone("probes have no account; it tells no data");
    }

    private static async Task<Results<Ok<ReadyResponse>, JsonHttpResult<ReadyResponse>>> Ready(
        KernelDb db,
        IStore store,
        CancellationToken ct
    )
    {
        var version = typeof(Health).Assembly.GetName().Version?.ToString(3) ?? "";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(StoreWait);
        try
        {
            await db.Leases.AsNoTracking().AnyAsync(limit.Token);
            return TypedResults.Ok(new ReadyResponse("ready", version, store.Name));
        }
        catch (Exception fault)
            when (fault is OperationCanceledException or System.Data.Common.DbException or InvalidOperationException)
        {
            return TypedResults.Json(
                new ReadyResponse("store-away", version, store.Name),
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }
    }
}
