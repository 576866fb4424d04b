using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>Takes a further alert into an open case.</summary>
internal static class JoinAlert
{
    public sealed record JoinAlertRequest(AlertId AlertId);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/alerts", Handle)
            .WithName("JoinAlert")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsPurpose(Permission.CasesOpen, CasePurposes.All);

    private static async Task<Ok<CaseView>> Handle(
        CaseId id,
        JoinAlertRequest request,
        CoordinateDb db,
        CaseDrafts drafts,
        HttpContext http,
        CaseDesk desk,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        var alert = await drafts.FindAlert(request.AlertId, ct);
        var changed = await desk.Change(
            id,
            null,
            "alert-joined",
            async (found, act) =>
            {
                var other = await db
                    .CaseAlerts.AsNoTracking()
                    .FirstOrDefaultAsync(a => a.AlertId == alert.Id && a.CaseId != id, ct);
                if (other is not null)
                    throw new Refused("alert.in-another-case").With("caseId", other.CaseId.ToString());
                found.Join(alert, act);
            },
            ct
        );
        EntityTag.Show(http, changed.Revision);
        return TypedResults.Ok(await viewer.Whole(changed, desk.Now(), ct));
    }
}
