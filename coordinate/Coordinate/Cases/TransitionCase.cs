using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>Takes a case through one transition of the machine.</summary>
internal static class TransitionCase
{
    /// <summary>A transition with what it needs; <c>allowed</c> of the case says which and what.</summary>
    public sealed record TransitionCaseRequest(
        string Transition,
        int? ExpectedRevision = null,
        string? Reason = null,
        string? Note = null,
        UnitId? UnitId = null,
        IReadOnlyList<UnitId>? UnitIds = null,
        DateTimeOffset? DueAt = null,
        int? Level = null,
        int? Urgency = null,
        string? Class = null,
        CaseId? DuplicateOf = null,
        string? Card = null,
        Ratings? Ratings = null,
        int? Contacts = null,
        IReadOnlyList<FileId>? Photos = null,
        GeoPoint? Position = null
    );

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/transitions", Handle)
            .WithName("TransitionCase")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsSignIn(CasePurposes.All); // Each transition names its own permissions in the machine.

    private static async Task<Ok<CaseView>> Handle(
        CaseId id,
        TransitionCaseRequest request,
        ExpectedRevision known,
        HttpContext http,
        MoveReader moves,
        CaseDesk desk,
        CaseViewer viewer
    )
    {
        var ct = http.RequestAborted;
        var act = desk.Now();
        var transition =
            CaseMachine.Named(request.Transition)
            ?? throw Refused
                .Invalid("case.transition-unknown", "transition")
                .With("known", CaseMachine.Transitions.Select(t => t.Name).ToArray());
        // Before the case is looked up: who may not do it anywhere need not learn that the case exists.
        if (!transition.Permissions.Any(act.Actor.May))
            throw new Refused("permission.missing", 403).With("permission", transition.Permissions[0]);
        var expected = known.Of(request.ExpectedRevision);
        var changed = await desk.Change(
            id,
            expected,
            transition.Name,
            async (found, now) =>
            {
                var move = await moves.Read(request, transition, found, now, ct);
                if (transition.Name == "request_cooperation" && move is { Unit: not null, Note.Length: > 0 })
                    found.Issue(await moves.Cooperation(move, found, now, ct), now);
                else
                    found.Transition(move, now);
            },
            ct
        );
        EntityTag.Show(http, changed.Revision);
        return TypedResults.Ok(await viewer.Whole(changed, desk.Now(), ct));
    }
}
