using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids.Topology;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Grids;

/// <summary>Holds a boundary that is being drawn against what lies around it, and changes nothing; or all grids of a village as they are.</summary>
internal static class CheckBoundary
{
    /// <summary>What is drawn.</summary>
    /// <param name="Geometry">GeoJSON Polygon or MultiPolygon.</param>
    /// <param name="GridId">The grid it is for, when that is there already.</param>
    /// <param name="VillageCode">Otherwise the village of the new one.</param>
    /// <param name="ParentId">Of a new micro-grid the grid it is part of.</param>
    internal sealed record CheckRequest(
        JsonElement Geometry,
        GridId? GridId = null,
        string? VillageCode = null,
        GridId? ParentId = null
    );

    public static void Map(IEndpointRouteBuilder grids)
    {
        grids
            .MapPost("/check", Handle)
            .WithName("CheckBoundary")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
        grids
            .MapGet("/faults", Village)
            .WithName("ListGridFaults")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsRead);
    }

    private static async Task<Ok<CheckView>> Handle(
        CheckRequest request,
        GridDesk desk,
        Actor actor,
        CancellationToken ct
    )
    {
        var place = await Place(request, desk, actor, ct);
        var outline = Outline.Read(request.Geometry, "geometry");
        var (faults, parent) = await desk.Check(outline, place, ct);
        return TypedResults.Ok(
            new CheckView([.. faults.Select(FaultView.Of)], parent, TopologyCheck.ToleranceMetres, outline.SquareMetres)
        );
    }

    private static async Task<Ok<CheckView>> Village(string village, GridDesk desk, Actor actor, CancellationToken ct)
    {
        var (faults, parent) = await desk.CheckVillage(desk.Village(village, actor), ct);
        return TypedResults.Ok(
            new CheckView([.. faults.Select(FaultView.Of)], parent, TopologyCheck.ToleranceMetres, 0)
        );
    }

    private static async Task<GridPlace> Place(CheckRequest request, GridDesk desk, Actor actor, CancellationToken ct)
    {
        if (request.GridId is { } id)
            return GridPlace.Of(await desk.Find(id, ct));
        if (request.ParentId is { } parentId)
        {
            var parent = await desk.Find(parentId, ct);
            return new GridPlace(null, parent.VillageCode, true, parent.Id, null);
        }
        var village = desk.Village(
            request.VillageCode ?? throw Refused.Invalid("grid.village-unknown", "villageCode"),
            actor
        );
        return new GridPlace(null, village.Code, false, null, null);
    }
}
