using Fourfold.Contracts;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.People;

/// <summary>People in the order of their user names. Each look leaves an audit row.</summary>
internal static class ListPeople
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/people", Handle)
            .WithName("ListPeople")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.PeopleRead, Purposes.Administration, Purposes.Security);

    private static async Task<Ok<Page<PersonView>>> Handle(
        string? q,
        int? limit,
        string? cursor,
        KernelDb db,
        IAreaDirectory areas,
        PersonManager manager,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var people = db.People.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var name = manager.NormalizeName(q.Trim());
            people = people.Where(p => p.NormalizedUserName.StartsWith(name) || p.DisplayName.Contains(q.Trim()));
        }
        if (Page.Key(cursor, 1) is [var after])
            people = people.Where(p => string.Compare(p.NormalizedUserName, after) > 0);
        var rows = await people.OrderBy(p => p.NormalizedUserName).Take(take + 1).ToListAsync(ct);
        var posts = await PostView.Of(db, areas, [.. rows.Select(p => p.Id)], ct);
        db.Audit("people.listed", "person", "*", new { count = Math.Min(take, rows.Count) });
        await db.SaveChangesAsync(ct);
        var now = db.Clock.GetUtcNow();
        return TypedResults.Ok(
            Page.Of(rows, take, p => PersonView.Of(p, posts[p.Id], now), p => [p.NormalizedUserName])
        );
    }
}
