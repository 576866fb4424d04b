using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Coordinate.Cases;

/// <summary>我报的: what became of the cases that the person reported, the newest first, wherever they lie by now.</summary>
internal static class ListReported
{
    /// <summary>How a reported case stands: no more of it than its reporter must know.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Number">Of the case.</param>
    /// <param name="Title">As it was reported.</param>
    /// <param name="State">Where it is on its way.</param>
    /// <param name="ReportedAt">When the server got it.</param>
    /// <param name="HandledBy">The unit that handles it, or null.</param>
    /// <param name="Outcome">What it was, once that is known.</param>
    internal sealed record ReportedCase(
        CaseId Id,
        string Number,
        CaseTitle Title,
        CaseState State,
        DateTimeOffset ReportedAt,
        string? HandledBy,
        [property: OneOf(typeof(OutcomeCodes))] string? Outcome
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapGet("/reported", Handle)
            .WithName("ListReportedCases")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.WorkOrdersHandle, Purposes.FieldWork);

    private static async Task<Ok<Page<ReportedCase>>> Handle(
        int? limit,
        string? cursor,
        CoordinateDb db,
        CancellationToken ct
    )
    {
        var size = Page.Limit(limit);
        var person = db.Actor.Person;
        var own = db
            .Cases.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .AsNoTracking()
            .Where(c => c.ReportedBy != null && c.ReportedBy == person);
        if (CaseKey.Read(cursor) is var (at, number))
            own = own.Where(c => c.RecordedAt <= at && (c.RecordedAt < at || string.Compare(c.Number, number) < 0));
        var rows = await own.OrderByDescending(c => c.RecordedAt)
            .ThenByDescending(c => c.Number)
            .Take(size + 1)
            .ToListAsync(ct);
        if (rows.Count > 0)
        {
            db.Audit("cases.reported-listed", "case", "*", new { Ids = rows.Take(size).Select(c => c.Id) });
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(Page.Of(rows, size, View, c => CaseKey.Of(c.RecordedAt, c.Number)));
    }

    private static ReportedCase View(Case of) =>
        new(
            of.Id,
            of.Number,
            of.Title,
            of.State,
            of.RecordedAt,
            of.HandlingUnitName.Length > 0 ? of.HandlingUnitName : null,
            of.Outcome
        );
}
