using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Residents;

/// <summary>What residents asked in the grids one serves or stands in for, the newest first.</summary>
internal static class ListQuestions
{
    /// <summary>What looking at questions of residents can be for.</summary>
    internal static readonly string[] For = [Purposes.FieldWork, Purposes.CaseWork];

    // Longer than anything takes from reading the clock to being committed.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    /// <param name="Items">At most the asked limit.</param>
    /// <param name="Next">Cursor of the next page, or null at the end.</param>
    /// <param name="Open">How many of all wait for an answer.</param>
    /// <param name="Now">
    /// Ask for what changed since then the next time: a minute before this was read, because a question that was being
    /// written meanwhile carries an earlier time.
    /// </param>
    internal sealed record QuestionPage(IReadOnlyList<QuestionView> Items, string? Next, int Open, DateTimeOffset Now);

    public static void Map(IEndpointRouteBuilder questions) =>
        questions
            .MapGet("", Handle)
            .WithName("ListQuestions")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.QuestionsAnswer, For);

    private static async Task<Ok<QuestionPage>> Handle(
        DateTimeOffset? changedSince,
        int? limit,
        string? cursor,
        ServeDb db,
        QuestionDesk desk,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var now = db.Clock.GetUtcNow() - Overlap;
        var mine = (await desk.Mine(ct)).AsNoTracking();
        var rows = mine;
        if (changedSince is { } since)
            rows = rows.Where(q => q.LastAt >= since);
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(q => q.Sequence < before);
        var found = await rows.OrderByDescending(q => q.Sequence).Take(take + 1).ToListAsync(ct);
        var page = Page.Cut(found, take, q => q.Sequence);
        if (page.Items.Count > 0)
        {
            db.Audit("questions.listed", "question", "*", new { Ids = page.Items.Select(q => q.Id) });
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(
            new QuestionPage(
                await desk.Show(page.Items, ct),
                page.Next,
                await mine.CountAsync(q => q.State == QuestionStates.Open, ct),
                now
            )
        );
    }
}
