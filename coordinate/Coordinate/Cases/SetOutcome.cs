using Fourfold.Contracts;
using Fourfold.Coordinate.Outcomes;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>The centre says, once, what became of it; every alert inherits that unless it is set apart.</summary>
internal static class SetOutcome
{
    /// <param name="Outcome">One of the code list.</param>
    /// <param name="Reason">Of the outcome's own list.</param>
    /// <param name="Note">Words; needed for <c>other</c>.</param>
    /// <param name="Alerts">Alerts with another outcome.</param>
    /// <param name="ExpectedRevision">The case's revision the person saw; or <c>If-Match</c>.</param>
    public sealed record SetOutcomeRequest(
        [OneOf(typeof(OutcomeCodes))] string Outcome,
        string Reason,
        string? Note = null,
        IReadOnlyList<AlertApart>? Alerts = null,
        int? ExpectedRevision = null
    );

    /// <summary>An alert that ends otherwise than its case.</summary>
    public sealed record AlertApart(
        AlertId AlertId,
        [OneOf(typeof(OutcomeCodes))] string Outcome,
        string? Reason = null
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/outcome", Handle)
            .WithName("SetCaseOutcome")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesConclude, CasePurposes.All);

    private static async Task<Ok<CaseView>> Handle(
        CaseId id,
        SetOutcomeRequest request,
        ExpectedRevision known,
        HttpContext http,
        CaseDesk desk,
        CaseViewer viewer
    )
    {
        var ct = http.RequestAborted;
        OutcomeReasons.Check(request.Outcome, request.Reason, request.Note);
        if (request.Note?.Length > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "note").With("most", TimelineEntry.MaxText);
        var apart = Apart(request);
        var changed = await desk.Change(
            id,
            known.Of(request.ExpectedRevision),
            "outcome",
            (found, act) =>
            {
                found.Conclude(request.Outcome, request.Reason, request.Note, apart, act);
                return Task.CompletedTask;
            },
            ct
        );
        EntityTag.Show(http, changed.Revision);
        return TypedResults.Ok(await viewer.Whole(changed, desk.Now(), ct));
    }

    private static Dictionary<AlertId, (string Outcome, string Reason)> Apart(SetOutcomeRequest request)
    {
        var apart = new Dictionary<AlertId, (string, string)>();
        foreach (var (index, alert) in (request.Alerts ?? []).Index())
        {
            // Without a reason of its own an alert keeps the case's; where its outcome differs, that it was set apart says enough.
            var reason = alert.Reason ?? (alert.Outcome == request.Outcome ? request.Reason : "other");
            var words = alert.Reason is null ? alert.Outcome : request.Note;
            OutcomeReasons.Check(alert.Outcome, reason, words, $"alerts[{index}].");
            if (!apart.TryAdd(alert.AlertId, (alert.Outcome, reason)))
                throw Refused.Invalid("outcome.alert-twice", $"alerts[{index}].alertId");
        }
        return apart;
    }
}
