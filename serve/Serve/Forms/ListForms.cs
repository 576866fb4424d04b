using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Emergencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Fourfold.Serve.Forms;

/// <summary>Forms by their code, and their versions. Phones ask at each contact, and so hear of what changed.</summary>
internal static class ListForms
{
    public static void Map(IEndpointRouteBuilder forms)
    {
        forms
            .MapGet("", List)
            .WithName("ListForms")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsRead);
        forms
            .MapGet("/{code}", Read)
            .WithName("ReadForm")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.FormsRead);
        forms
            .MapGet("/{code}/versions", Versions)
            .WithName("ListFormVersions")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.FormsRead);
        forms
            .MapGet("/{code}/versions/{version}", Version)
            .WithName("ReadFormVersion")
            .Produces<FormVersionView>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.FormsRead);
    }

    private static async Task<Ok<Page<FormView>>> List(
        bool? all,
        int? limit,
        string? cursor,
        FormDesk desk,
        EmergencyDesk emergencies,
        Actor actor,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        if (all is true && !actor.May(Permission.FormsWrite))
            throw new Refused("permission.missing", 403).With("permission", Permission.FormsWrite);
        var emergency = await emergencies.ConcernsActor(ct);
        var forms = desk.Visible().AsNoTracking();
        if (all is not true)
        {
            forms = forms.Where(f => f.PublishedVersion != null && f.RetiredAt == null);
            if (!emergency)
                forms = forms.Where(f => !f.EmergencyOnly);
        }
        if (Page.Key(cursor, 1) is [var after])
            forms = forms.Where(f => string.Compare(f.Code, after) > 0);
        var rows = await forms.OrderBy(f => f.Code).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(rows, take, f => FormView.Of(f, desk, emergency), f => [f.Code]));
    }

    private static async Task<Ok<FormView>> Read(
        string code,
        FormDesk desk,
        EmergencyDesk emergencies,
        CancellationToken ct
    )
    {
        var form = await desk.Find(code, ct);
        return TypedResults.Ok(FormView.Of(form, desk, await emergencies.ConcernsActor(ct)));
    }

    private static async Task<Ok<Page<FormVersionRow>>> Versions(
        string code,
        int? limit,
        string? cursor,
        FormDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        await desk.Find(code, ct);
        var versions = db.FormVersions.AsNoTracking().Where(v => v.Code == code);
        if (Page.Number(cursor) is { } before)
            versions = versions.Where(v => v.Number < before);
        var rows = await versions
            .OrderByDescending(v => v.Number)
            .Take(take + 1)
            .Select(v => new FormVersionRow(v.Number, v.At, v.By))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.Cut(rows, take, v => v.Version));
    }

    private static async Task<IResult> Version(
        string code,
        int version,
        HttpContext http,
        FormDesk desk,
        CancellationToken ct
    )
    {
        await desk.Find(code, ct);
        var found = await desk.Version(code, version, ct);
        var tag = new EntityTagHeaderValue($"\"{found.Digest}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        // One's own copy only: whether one may know the form at all is asked anew by everybody else.
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(
            new FormVersionView(
                found.Code,
                found.Number,
                SpecText.Parse(found.Spec),
                SpecText.Parse(found.Schema),
                found.At
            )
        );
    }
}
