using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Cases;

/// <summary>Adds words to a case. Needs no revision: a note conflicts with nothing.</summary>
internal static class NoteCase
{
    public sealed record NoteCaseRequest(string Text);

    public static void Map(IEndpointRouteBuilder cases) =>
        cases
            .MapPost("/{id}/notes", Handle)
            .WithName("NoteCase")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.CasesRead, CasePurposes.All);

    private static async Task<Ok<CaseView>> Handle(
        CaseId id,
        NoteCaseRequest request,
        HttpContext http,
        CaseDesk desk,
        CaseViewer viewer,
        CancellationToken ct
    )
    {
        var text = request.Text.Trim();
        if (text.Length is 0 or > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "text").With("most", TimelineEntry.MaxText);
        var changed = await desk.Change(
            id,
            null,
            "note",
            (found, act) =>
            {
                found.Remark(text, act);
                return Task.CompletedTask;
            },
            ct
        );
        EntityTag.Show(http, changed.Revision);
        return TypedResults.Ok(await viewer.Whole(changed, desk.Now(), ct));
    }
}
