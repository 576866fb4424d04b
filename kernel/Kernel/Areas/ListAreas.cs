using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Areas;

/// <summary>Areas below one, or found by code or name; without either the province.</summary>
internal static class ListAreas
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/areas", List)
            .WithName("ListAreas")
            .WithTags("Areas")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.DirectoryRead);
        api.MapGet("/areas/{code}", Read)
            .WithName("ReadArea")
            .WithTags("Areas")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.DirectoryRead);
    }

    private static Ok<Page<AreaView>> List(string? parent, string? q, int? limit, string? cursor, AreaDirectory areas)
    {
        var take = Page.Limit(limit);
        IReadOnlyList<Area> found =
            !string.IsNullOrWhiteSpace(q) ? areas.Search(q.Trim(), take)
            : parent is null ? [areas.Root]
            : areas.ChildrenOf(parent);
        if (Page.Key(cursor, 1) is [var after])
            found = [.. found.Where(a => string.CompareOrdinal(a.Code, after) > 0)];
        var page = Page.Of(found, take, AreaView.Of, a => [a.Code]);
        // A search shows its best only: narrowing the text is better than turning pages.
        return TypedResults.Ok(q is null ? page : page with { Next = null });
    }

    private static Ok<AreaView> Read(string code, AreaDirectory areas) =>
        TypedResults.Ok(AreaView.Of(areas.Find(code) ?? throw Refused.NotFound("area.unknown")));
}

/// <summary>An area on the wire; <c>level</c> is the number of digits of its path: 2, 4, 6, 9, 12 or 15.</summary>
internal sealed record AreaView(
    string Code,
    string Name,
    string? EnglishName,
    int Level,
    string Path,
    string? Parent,
    bool Pseudo,
    GeoPoint? Centroid
)
{
    public static AreaView Of(Area area) =>
        new(area.Code, area.Name, area.EnglishName, area.Level, area.Path, area.ParentCode, area.Pseudo, area.Centroid);
}
