using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Alerts;

/// <summary>Alerts that nobody has dealt with yet, by the areas right below one. Numbers only.</summary>
internal static class CountAlerts
{
    /// <param name="AreaCode">Of the area.</param>
    /// <param name="Waiting">New, or looked at and not yet dealt with.</param>
    /// <param name="Below">Of the areas right below.</param>
    internal sealed record AlertCounts(string AreaCode, int Waiting, IReadOnlyList<AreaAlerts> Below);

    internal sealed record AreaAlerts(string AreaCode, string Name, int Waiting);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/alerts/counts", Handle)
            .WithName("CountAlerts")
            .WithTags("Alerts")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.AlertsRead);

    private static async Task<Ok<AlertCounts>> Handle(
        string? area,
        SenseDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var path = string.IsNullOrEmpty(area) ? db.Actor.AreaPath : area;
        if (path.Length is 0 or > 15 || !path.All(char.IsAsciiDigit) || !db.Actor.Scope.Holds(path))
            throw Refused.Invalid("area.out-of-scope", "area");
        var (low, high) = AreaScope.Below(path);
        var rows = await db
            .Alerts.AsNoTracking()
            .Where(a => a.State == AlertState.New || a.State == AlertState.Acknowledged)
            .Where(a => string.Compare(a.AreaPath, low) >= 0 && string.Compare(a.AreaPath, high) < 0)
            .GroupBy(a => a.AreaPath)
            .Select(g => new Row(g.Key, g.Count()))
            .ToListAsync(ct);
        var children = areas.ShownChildrenOf(path);
        var shares = AreaShares.ByChild(children, rows, r => r.Path);
        return TypedResults.Ok(
            new AlertCounts(
                path,
                rows.Sum(r => r.Count),
                [.. children.Select(c => new AreaAlerts(c.Code, c.Name, shares[c.Code].Sum(r => r.Count)))]
            )
        );
    }

    private sealed record Row(string Path, int Count);
}
