using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Grids;

/// <summary>Changes a grid's name and figures; its boundary is another matter.</summary>
internal static class ChangeGrid
{
    internal sealed record ChangeRequest(
        string Name,
        int Households,
        int Residents,
        [OneOf(typeof(SpecialUses))] string? Use = null,
        int? ExpectedRevision = null
    );

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapPut("/{id}", Handle)
            .WithName("ChangeGrid")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.GridsWrite);

    private static async Task<Ok<GridView>> Handle(
        GridId id,
        ChangeRequest request,
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
        GridRules.Kind(grid.Kind, request.Use);
        grid.Name = GridRules.Name(request.Name);
        grid.Use = request.Use;
        grid.Households = GridRules.People(request.Households, "households");
        grid.Residents = GridRules.People(request.Residents, "residents");
        grid.UpdatedAt = db.Clock.GetUtcNow();
        grid.Revision++;
        db.Audit(
            "grid.changed",
            "grid",
            id.ToString(),
            new
            {
                grid.Households,
                grid.Residents,
                grid.Revision,
            }
        );
        db.Tell("grid", id.ToString(), grid.Revision, "changed", grid.AreaPath);
        await db.SaveChangesAsync(ct);
        ExpectedRevision.Show(http, grid.Revision);
        return TypedResults.Ok(GridView.Of(grid, areas));
    }
}
