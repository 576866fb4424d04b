using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Workers;

/// <summary>Who could serve a grid: grid workers and leads of its township; where a name is given, of the actor's whole area.</summary>
internal static class ListCandidates
{
    /// <summary>Most of one answer; further ones are found by their names.</summary>
    public const int Most = 50;
    private const int LongestSearch = 60;

    /// <summary>A post that somebody could serve under.</summary>
    /// <param name="Grids">How many grids they serve already.</param>
    /// <param name="Here">Whether this grid is one of them.</param>
    internal sealed record CandidateView(
        PostId Post,
        PersonId Person,
        string PersonName,
        string Role,
        string UnitName,
        int Grids,
        bool Here
    ) : IShowsPersonalData
    {
        string IShowsPersonalData.SubjectKind => "person";
        string IShowsPersonalData.SubjectId => Person.ToString();
    }

    /// <summary>Those who were found, by name.</summary>
    internal sealed record CandidateList(IReadOnlyList<CandidateView> Items);

    public static void Map(IEndpointRouteBuilder grids) =>
        grids
            .MapGet("/{id}/candidates", Handle)
            .WithName("ListCandidates")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.GridWorkersWrite, ListWorkers.For);

    private static async Task<Ok<CandidateList>> Handle(
        GridId id,
        string? q,
        GridDesk grids,
        ServeDb db,
        IPeople people,
        CancellationToken ct
    )
    {
        var grid = await grids.Find(id, ct);
        var text = q?.Trim() ?? "";
        if (text.Length > LongestSearch)
            throw Refused.Invalid("request.too-long", "q").With("maximum", LongestSearch);
        var found = await people.FindPosts(AssignWorker.RolesOfPosts, Area(grid, text, db.Actor), text, Most, ct);
        var posts = found.Select(f => f.Post.Id).ToArray();
        var now = db.Clock.GetUtcNow();
        var serving = (
            await db
                .GridPosts.AsNoTracking()
                .Where(p => posts.Contains(p.Post) && (p.Until == null || p.Until > now))
                .Select(p => new { p.Post, p.GridId })
                .ToListAsync(ct)
        ).ToLookup(p => p.Post, p => p.GridId);
        db.Audit("grid-candidates.listed", "grid", id.ToString(), new { Posts = posts });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(
            new CandidateList([
                .. found.Select(f => new CandidateView(
                    f.Post.Id,
                    f.Post.Person,
                    f.Post.PersonName,
                    f.Post.Role,
                    f.UnitName,
                    serving[f.Post.Id].Count(),
                    serving[f.Post.Id].Contains(id)
                )),
            ])
        );
    }

    // Who serves a grid or a village sees the people of the village, not those of the township.
    private static string Area(Grid grid, string text, Actor actor) =>
        actor.AreaPath.Length > 9 ? grid.VillageCode
        : text.Length == 0 ? grid.VillageCode[..9]
        : actor.AreaPath;
}
