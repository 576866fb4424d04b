using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>Opens a case, from an alert or by hand. One alert opens one case, however often it is asked.</summary>
internal static class OpenCase
{
    private const int MaxTitle = 200;

    /// <summary>What is known. From an alert only <see cref="AlertId"/> is needed.</summary>
    /// <param name="Origin">One of <see cref="Origins"/>.</param>
    /// <param name="Id">UUIDv7 made by the caller, or null.</param>
    /// <param name="AlertId">The alert, when that is the origin.</param>
    /// <param name="Title">Words; from an alert the title is a code.</param>
    /// <param name="Position">Where.</param>
    /// <param name="AreaCode">The area; without one, the area of the person's post.</param>
    /// <param name="Class">Code of the event class, such as 10.</param>
    /// <param name="Urgency">1 … 4.</param>
    /// <param name="Level">1 … 4.</param>
    /// <param name="OccurredAt">When it happened, if that was before.</param>
    /// <param name="Draft">Not handed in yet.</param>
    public sealed record OpenCaseRequest(
        [OneOf(typeof(Origins))] string Origin,
        CaseId? Id = null,
        AlertId? AlertId = null,
        string? Title = null,
        GeoPoint? Position = null,
        string? AreaCode = null,
        string? Class = null,
        int? Urgency = null,
        [OneOf(1, 2, 3, 4)] int? Level = null,
        DateTimeOffset? OccurredAt = null,
        bool Draft = false
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("", Handle)
            .WithName("OpenCase")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesOpen, CasePurposes.All);

    private static async Task<Results<Created<CaseView>, Ok<CaseView>>> Handle(
        OpenCaseRequest request,
        HttpContext http,
        CaseDrafts drafts,
        CaseOpening opening,
        CoordinateDb db,
        CaseDesk desk,
        CaseViewer viewer
    )
    {
        var ct = http.RequestAborted;
        var draft = request.AlertId is { } alert
            ? await drafts.FromAlert(alert, request, ct)
            : await drafts.ByHand(Checked(request), request, ct);
        var (opened, isNew) = await opening.Open(request.Id, draft, ct);
        if (!isNew)
        {
            db.Audit("case.seen", "case", opened.Id.ToString());
            await db.SaveChangesAsync(ct);
        }
        var view = await viewer.Whole(opened, desk.Now(), ct);
        EntityTag.Show(http, view.Revision);
        return isNew ? TypedResults.Created($"/api/v1/cases/{opened.Id}", view) : TypedResults.Ok(view);
    }

    private static string Checked(OpenCaseRequest request)
    {
        if (!Origins.All.Contains(request.Origin, StringComparer.Ordinal))
            throw Refused.Invalid("case.origin-unknown", "origin").With("known", Origins.All);
        if (request.Origin == Origins.Alert)
            throw Refused.Invalid("case.alert-missing", "alertId");
        if (string.IsNullOrWhiteSpace(request.Title) || request.Title.Length > MaxTitle)
            throw Refused.Invalid("case.title-missing", "title").With("most", MaxTitle);
        if (request.Position is { IsValid: false })
            throw Refused.Invalid("position.out-of-range", "position");
        return request.Title.Trim();
    }
}
