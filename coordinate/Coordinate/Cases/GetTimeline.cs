using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>The earlier part of a long timeline.</summary>
internal static class GetTimeline
{
    public sealed record TimelineResponse(IReadOnlyList<TimelineView> Items, string? Next);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/{id}/timeline", Handle)
            .WithName("GetCaseTimeline")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<TimelineResponse>> Handle(
        CaseId id,
        int? limit,
        string? cursor,
        CaseDesk desk,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        await desk.Get(id, ct);
        var before = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : int.MaxValue;
        var items = await viewer.Earlier(id, before, Page.Limit(limit), ct);
        var next = items.Count > 0 && items[0].Sequence > 1 ? items[0].Sequence : (int?)null;
        return TypedResults.Ok(new TimelineResponse(items, next?.ToString(CultureInfo.InvariantCulture)));
    }
}
