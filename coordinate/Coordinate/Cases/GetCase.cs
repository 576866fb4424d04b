using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>One case with all that belongs to it; that somebody looked is written down.</summary>
internal static class GetCase
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}", Handle)
            .WithName("GetCase")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<CaseView>> Handle(
        CaseId id,
        HttpContext http,
        CoordinateDb db,
        CaseDesk desk,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        var view = await viewer.Whole(await desk.Get(id, ct), desk.Now(), ct);
        db.Audit("case.seen", "case", id.ToString());
        await db.SaveChangesAsync(ct);
        EntityTag.Show(http, view.Revision);
        return TypedResults.Ok(view);
    }
}
