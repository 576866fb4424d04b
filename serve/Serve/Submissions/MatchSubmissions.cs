using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Sealing;
using Fourfold.Serve.Unmasking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Submissions;

/// <summary>Finds whose sealed text a given one is, without opening any: what belongs together is found by its HMAC.</summary>
/// <remarks>Who can ask often enough can guess a value, so that few asks an hour are answered, and each is written down.</remarks>
internal static class MatchSubmissions
{
    private const int ShortestValue = 4;
    private const int LongestValue = 200;
    private const int CountyDigits = 6;

    /// <param name="Field">Code of a sensitive text field.</param>
    /// <param name="Value">The whole text, 4 … 200 characters.</param>
    /// <param name="Purpose">One of <see cref="UnmaskPurposes"/>; written down.</param>
    /// <param name="Area">The county to look in; the asker's own when left out.</param>
    /// <param name="Cursor">Of the page before.</param>
    internal sealed record MatchRequest(
        string Field,
        string Value,
        [OneOf(typeof(UnmaskPurposes))] string Purpose,
        string? Area = null,
        string? Cursor = null
    );

    public static void Map(IEndpointRouteBuilder forms) =>
        forms
            .MapPost("/{code}/matches", Handle)
            .WithName("MatchSubmissions")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .NeedsPurpose(Permission.SubmissionsUnmask, ListSubmissions.For);

    private static async Task<Ok<Page<SubmissionView>>> Handle(
        string code,
        MatchRequest request,
        FormDesk forms,
        IKeyRing ring,
        MatchLimiter limiter,
        ServeDb db,
        SubmissionViewer viewer,
        CancellationToken ct
    )
    {
        await forms.Find(code, ct);
        if (request.Value.Trim().Length is < ShortestValue or > LongestValue)
            throw Refused.Invalid("request.text-length", "value").With("most", LongestValue);
        if (!UnmaskPurposes.All.Contains(request.Purpose))
            throw Refused.Invalid("request.unknown-value", "purpose").With("known", UnmaskPurposes.All);
        var county = County(request.Area ?? db.Actor.AreaPath, db.Actor);
        limiter.Count(db.Actor.Person);
        var match = Seal.Match(await ring.Current(county, ct), request.Value);
        var found = db.SealedValues.Where(v => v.Code == request.Field && v.Match == match).Select(v => v.Submission);
        var rows = db.Submissions.AsNoTracking().Where(s => s.FormCode == code && found.Contains(s.Id));
        if (Page.Number(request.Cursor) is { } before)
            rows = rows.Where(s => s.Sequence < before);
        var newest = await rows.OrderByDescending(s => s.Sequence).Take(Page.DefaultLimit + 1).ToListAsync(ct);
        var page = Page.Cut(newest, Page.DefaultLimit, s => s.Sequence);
        db.Audit(
            "submissions.matched",
            "form",
            code,
            new
            {
                request.Field,
                request.Purpose,
                Ids = page.Items.Select(s => s.Id),
            }
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(page.Showing(await viewer.Show(page.Items, ct)));
    }

    // Each county has a key of its own: one is looked in at a time.
    private static string County(string area, Actor actor)
    {
        if (area.Length < CountyDigits || !area.All(char.IsAsciiDigit))
            throw Refused.Invalid("submission.county-missing", "area");
        var county = AreaPaths.CountyOf(area);
        // A village of it sees its own rows only; the filter sees to that.
        return actor.Scope.Holds(area) || actor.Scope.Holds(county)
            ? county
            : throw new Refused("area.outside", 403).With("areaCode", area);
    }
}

/// <summary>Counts how often a person looked for a value, in windows of an hour.</summary>
internal sealed class MatchLimiter(TimeProvider clock)
{
    private const int MostAnHour = 30;
    private const int MostRemembered = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<PersonId, int> counts = [];
    private long hour;

    /// <exception cref="Refused">429 <c>submission.too-many-matches</c>; 403 <c>submission.no-person</c>.</exception>
    public void Count(PersonId? person)
    {
        if (person is not { } who)
            throw new Refused("submission.no-person", 403);
        lock (gate)
        {
            var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (now != hour || counts.Count >= MostRemembered)
                counts.Clear();
            hour = now;
            var count = counts.GetValueOrDefault(who);
            if (count >= MostAnHour)
                throw new Refused("submission.too-many-matches", StatusCodes.Status429TooManyRequests).With(
                    "most",
                    MostAnHour
                );
            counts[who] = count + 1;
        }
    }
}
