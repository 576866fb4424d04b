using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Grids;

/// <summary>Gives a grid another boundary; the one before stays in its history.</summary>
internal static class RedrawGrid
{
    internal sealed record RedrawRequest(JsonElement Geometry, bool AcceptFaults = false, int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapPut("/{id}/boundary", Handle)
            .WithName("RedrawGrid")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsWrite);

    private static async Task<Ok<GridDetail>> Handle(
        GridId id,
        RedrawRequest request,
        ExpectedRevision known,
        GridDesk desk,
        ServeDb db,
        IAreaDirectory areas,
        HttpContext http,
        CancellationToken ct
    )
    {
        var grid = await desk.Find(id, ct);
        known.Meets(request.ExpectedRevision, grid.Revision, () => GridView.Of(grid, areas));
        grid.RequireOpen();
        var outline = Outline.Read(request.Geometry, "geometry");
        var (faults, _) = await desk.Check(outline, GridPlace.Of(grid), ct);
        var accepted = GridDesk.Accepted(faults, request.AcceptFaults);
        await desk.Put(grid, outline, accepted, ct);
        grid.UpdatedAt = db.Clock.GetUtcNow();
        grid.Revision++;
        db.Audit(
            "grid.redrawn",
            "grid",
            id.ToString(),
            new
            {
                grid.Boundary,
                grid.SquareMetres,
                Accepted = accepted,
            }
        );
        db.Tell("grid", id.ToString(), grid.Revision, "redrawn", grid.AreaPath);
        await db.SaveChangesAsync(ct);
        ExpectedRevision.Show(http, grid.Revision);
        return TypedResults.Ok(GridDetail.Of(grid, outline.GeoJson, areas, faults));
    }
}
