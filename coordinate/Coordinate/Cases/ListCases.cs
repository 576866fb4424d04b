using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>Cases of one's area and those one's unit takes part in: the most pressing first, or the newest.</summary>
internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("", Handle)
            .WithName("ListCases")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<Page<CaseItem>>> Handle(
        string? scope,
        string? order,
        string? state,
        int? limit,
        string? cursor,
        CaseList list,
        CoordinateDb db,
        CancellationToken ct
    )
    {
        bool? open = (scope ?? "open") switch
        {
            "open" => true,
            "closed" => false,
            "all" => null,
            _ => throw Refused.Invalid("cases.scope-unknown", "scope"),
        };
        var byDeadline = order switch
        {
            null => open is true,
            "deadline" when open is true => true,
            "deadline" => throw Refused.Invalid("cases.deadline-order-only-for-open", "order"),
            "newest" => false,
            _ => throw Refused.Invalid("cases.order-unknown", "order"),
        };
        CaseState? only = state switch
        {
            null => null,
            _ when CaseStates.TryRead<CaseState>(state, out var known) => known,
            _ => throw Refused.Invalid("cases.state-unknown", "state"),
        };
        var size = Page.Limit(limit);
        var rows = await list.Read(new CaseQuery(open, byDeadline, only, CaseKey.Read(cursor), size + 1), ct);
        await WriteDown(db, rows.Take(size), ct);
        return TypedResults.Ok(
            Page.Of(
                rows,
                size,
                CaseViewer.Item,
                row => CaseKey.Of(byDeadline ? row.DeadlineAt : row.RecordedAt, row.Number)
            )
        );
    }

    // A title that an alert made is a code and a vessel's name; one that a person wrote may name somebody.
    private static Task WriteDown(CoordinateDb db, IEnumerable<Case> shown, CancellationToken ct)
    {
        var inWords = shown.Where(c => c.Title.Text is not null).Select(c => c.Id).ToArray();
        if (inWords.Length == 0)
            return Task.CompletedTask;
        db.Audit("cases.listed", "case", "*", new { Ids = inWords });
        return db.SaveChangesAsync(ct);
    }
}
