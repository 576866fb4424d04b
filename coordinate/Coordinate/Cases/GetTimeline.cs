using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>The earlier part of a long timeline; that somebody looked is written down.</summary>
internal static class GetTimeline
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/timeline", Handle)
            .WithName("GetCaseTimeline")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<Page<TimelineView>>> Handle(
        CaseId id,
        int? limit,
        string? cursor,
        CoordinateDb db,
        CaseDesk desk,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        await desk.Get(id, ct);
        var before =
            Page.Key(cursor, 1) is not [var text] ? int.MaxValue
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence
            : throw Refused.Invalid("request.cursor-malformed", "cursor");
        var items = await viewer.Earlier(id, before, Page.Limit(limit), ct);
        db.Audit("case.seen", "case", id.ToString());
        await db.SaveChangesAsync(ct);
        var next =
            items.Count > 0 && items[0].Sequence > 1
                ? Page.Cursor(items[0].Sequence.ToString(CultureInfo.InvariantCulture))
                : null;
        return TypedResults.Ok(new Page<TimelineView>(items, next));
    }
}
