using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Units;

/// <summary>Says which unit would be sent to a place, and why, without sending any.</summary>
internal static class TryRouting
{
    internal sealed record Why(string Code, IReadOnlyDictionary<string, object?> Parameters);

    internal sealed record Candidate(UnitView Unit, Why Why, double? DistanceMetres);

    internal sealed record Response(UnitView? Chosen, Why Why, IReadOnlyList<Candidate> Candidates);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/routing", Handle)
            .WithName("TryRouting")
            .WithTags("Units")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.DirectoryRead);

    private static async Task<Ok<Response>> Handle(
        double latitude,
        double longitude,
        string department,
        IUnitDirectory directory,
        KernelDb db,
        CancellationToken ct
    )
    {
        var place = new GeoPoint(latitude, longitude);
        if (!place.IsValid)
            throw Refused.Invalid("request.position-range", "latitude");
        if (await directory.Route(place, department, ct) is not { } routing)
            return TypedResults.Ok(
                new Response(null, new Why("routing.none", Parameters(("department", department))), [])
            );
        var ids = routing.Others.Select(o => o.Unit.Id).Append(routing.Unit.Id).ToList();
        var units = await db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ct);
        UnitView Show(UnitSummary unit) => UnitView.Of(units[unit.Id], withGeometry: false);
        return TypedResults.Ok(
            new Response(
                Show(routing.Unit),
                Explain(routing.Code, routing.Unit, routing.DistanceMetres),
                [
                    .. routing.Others.Select(o => new Candidate(
                        Show(o.Unit),
                        Explain(o.Code, o.Unit, o.DistanceMetres),
                        o.DistanceMetres
                    )),
                ]
            )
        );
    }

    private static Why Explain(string code, UnitSummary unit, double? metres) =>
        new(code, Parameters(("unit", unit.Name), ("area", unit.AreaCode), ("distanceMetres", metres)));

    private static Dictionary<string, object?> Parameters(params (string Name, object? Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
}
