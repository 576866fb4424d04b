using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;

namespace Fourfold.Server.Telemetry;

/// <summary>Tells a supervisor whether the process lives, and whether it can do its work.</summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The answer of both; <c>status</c> is <c>live</c>, <c>ready</c> or <c>unready</c>.</summary>
    internal sealed record Response(
        string Status,
        string Version,
        string? Store,
        IReadOnlyDictionary<string, bool>? Modules
    );

    private static readonly string Version = typeof(Health).Assembly.GetName().Version?.ToString(3) ?? "0";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        const string why = "supervisors ask before anyone can sign in, and the answer says nothing about content";
        routes
            .MapGet("/health/live", () => new Response("live", Version, null, null))
            .WithTags("Health")
            .OpenToAnyone(why);
        routes.MapGet("/health/ready", Ready).WithTags("Health").OpenToAnyone(why);
    }

    private static async Task<IResult> Ready(
        IServiceProvider services,
        IStore store,
        IEnumerable<RegisteredDb> modules,
        CancellationToken ct
    )
    {
        var reached = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var module in modules)
            reached[module.Module] = await CanConnect(module.In(services), ct);
        var ready = reached.Values.All(ok => ok);
        return TypedResults.Json(
            new Response(ready ? "ready" : "unready", Version, store.Name, reached),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }

    private static async Task<bool> CanConnect(ModuleDb db, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await db.Database.CanConnectAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }
}
