using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Unmasking;

/// <summary>Asks to see sensitive answers; another person consents or refuses.</summary>
internal static class AskUnmask
{
    /// <param name="Fields">Pointers among the submission's masked ones.</param>
    /// <param name="Purpose">One of <see cref="UnmaskPurposes"/>.</param>
    /// <param name="CaseId">The case they are needed for.</param>
    /// <param name="Reason">1 … 500 characters.</param>
    internal sealed record UnmaskingRequest(
        IReadOnlyList<string> Fields,
        [OneOf(typeof(UnmaskPurposes))] string Purpose,
        CaseId CaseId,
        string Reason
    );

    public static void Map(IEndpointRouteBuilder submissions, IEndpointRouteBuilder requests)
    {
        submissions
            .MapPost("/{id}/unmask-requests", Ask)
            .WithName("AskUnmask")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.SubmissionsUnmask, ListSubmissions.For);
        requests
            .MapGet("", List)
            .WithName("ListUnmaskRequests")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.SubmissionsRead, ListSubmissions.For);
        requests
            .MapPost("/{id}/consent", Consent)
            .WithName("ConsentToUnmask")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsPurpose(Permission.SubmissionsConsent, ListSubmissions.For);
        requests
            .MapPost("/{id}/refuse", Refuse)
            .WithName("RefuseToUnmask")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .NeedsPurpose(Permission.SubmissionsConsent, ListSubmissions.For);
    }

    private static async Task<Created<UnmaskRequestView>> Ask(
        SubmissionId id,
        UnmaskingRequest request,
        SubmissionDesk desk,
        ServeDb db,
        ICases cases,
        UnmaskViewer viewer,
        IOptions<ServeOptions> options,
        CancellationToken ct
    )
    {
        var submission = await desk.Find(id, ct);
        Check(request, submission);
        if (!await cases.IsVisible(request.CaseId, ct))
            throw Refused.Invalid("case.unknown", "caseId");
        var now = db.Clock.GetUtcNow();
        var asked = new UnmaskRequest
        {
            Id = Ids.New<UnmaskRequestId>(db.Clock),
            Submission = id,
            FormCode = submission.FormCode,
            AreaPath = submission.AreaPath,
            Fields = [.. request.Fields.Distinct(StringComparer.Ordinal)],
            Purpose = request.Purpose,
            Case = request.CaseId,
            Reason = request.Reason.Trim(),
            AskedBy = db.Actor.Person ?? throw new Refused("submission.no-person", 403),
            AskedAt = now,
            WaitsUntil = now + options.Value.UnmaskWaits,
        };
        db.UnmaskRequests.Add(asked);
        db.Audit(
            "unmask.asked",
            "submission",
            id.ToString(),
            new
            {
                Request = asked.Id,
                asked.Fields,
                asked.Purpose,
                asked.Case,
            }
        );
        db.Tell("unmask-request", asked.Id.ToString(), asked.Revision, "asked", asked.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/unmask-requests/{asked.Id}", (await viewer.Show([asked], ct))[0]);
    }

    private static void Check(UnmaskingRequest request, Submission submission)
    {
        if (!UnmaskPurposes.All.Contains(request.Purpose))
            throw Refused.Invalid("request.unknown-value", "purpose").With("known", UnmaskPurposes.All);
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Trim().Length > UnmaskRequest.LongestReason)
            throw Refused.Invalid("request.text-length", "reason").With("most", UnmaskRequest.LongestReason);
        if (request.Fields.Count == 0)
            throw Refused.Invalid("unmask.fields-missing", "fields");
        if (request.Fields.FirstOrDefault(f => !submission.Masked.Contains(f)) is { } other)
            throw Refused.Invalid("unmask.not-masked", "fields").With("path", other);
    }

    private static async Task<Ok<Page<UnmaskRequestView>>> List(
        bool? waiting,
        int? limit,
        string? cursor,
        ServeDb db,
        UnmaskViewer viewer,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var (me, now) = (db.Actor.Person, db.Clock.GetUtcNow());
        var rows = db.UnmaskRequests.AsNoTracking();
        // Who only asks sees their own; who may decide sees those of their area.
        if (!db.Actor.May(Permission.SubmissionsConsent))
            rows = rows.Where(r => r.AskedBy == me);
        if (waiting is true)
            rows = rows.Where(r => r.State == UnmaskStates.Waiting && r.WaitsUntil > now);
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(r => r.Sequence < before);
        var found = await rows.OrderByDescending(r => r.Sequence).Take(take + 1).ToListAsync(ct);
        var page = Page.Cut(found, take, r => r.Sequence);
        return TypedResults.Ok(page.Showing(await viewer.Show(page.Items, ct)));
    }

    private static Task<Ok<UnmaskRequestView>> Consent(
        UnmaskRequestId id,
        ServeDb db,
        UnmaskViewer viewer,
        IOptions<ServeOptions> options,
        CancellationToken ct
    ) => Decide(id, true, db, viewer, options.Value, ct);

    private static Task<Ok<UnmaskRequestView>> Refuse(
        UnmaskRequestId id,
        ServeDb db,
        UnmaskViewer viewer,
        IOptions<ServeOptions> options,
        CancellationToken ct
    ) => Decide(id, false, db, viewer, options.Value, ct);

    private static async Task<Ok<UnmaskRequestView>> Decide(
        UnmaskRequestId id,
        bool consents,
        ServeDb db,
        UnmaskViewer viewer,
        ServeOptions options,
        CancellationToken ct
    )
    {
        var request =
            await db.UnmaskRequests.FirstOrDefaultAsync(r => r.Id == id, ct)
            ?? throw Refused.NotFound("unmask.unknown");
        var by = db.Actor.Person ?? throw new Refused("submission.no-person", 403);
        request.Decide(consents, by, db.Clock.GetUtcNow(), options.UnmaskLasts);
        db.Audit(
            consents ? "unmask.consented" : "unmask.refused",
            "submission",
            request.Submission.ToString(),
            new { Request = id, request.ValidUntil }
        );
        db.Tell("unmask-request", id.ToString(), request.Revision, request.State, request.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await viewer.Show([request], ct))[0]);
    }
}
