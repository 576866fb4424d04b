using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Residents;

/// <summary>The questions that are a worker's to answer: of the grids they serve, and of those whose worker they stand in for.</summary>
internal sealed class QuestionDesk(ServeDb db, IPeople people)
{
    /// <summary>Grids of one's own posts, and of the posts one stands in for.</summary>
    /// <remarks>Leaves the area filter: a deputy may be of another area; the posts are the actor's own.</remarks>
    public async Task<List<GridId>> Grids(CancellationToken ct)
    {
        var posts = db.Actor.StandsInFor.ToHashSet();
        if (db.Actor.Post is { } own)
            posts.Add(own);
        var now = db.Clock.GetUtcNow();
        return await db
            .GridPosts.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .Where(p => posts.Contains(p.Post))
            .Serving(now)
            .Select(p => p.GridId)
            .Distinct()
            .ToListAsync(ct);
    }

    /// <summary>Those that are the actor's to answer.</summary>
    public async Task<IQueryable<Question>> Mine(CancellationToken ct)
    {
        var grids = await Grids(ct);
        return db.Questions.IgnoreQueryFilters([ModuleDb.AreaFilter]).Where(q => grids.Contains(q.Grid));
    }

    /// <summary>One of them.</summary>
    /// <exception cref="Refused">404 <c>question.unknown</c>.</exception>
    public async Task<Question> Find(QuestionId id, CancellationToken ct) =>
        await (await Mine(ct)).FirstOrDefaultAsync(q => q.Id == id, ct) ?? throw Refused.NotFound("question.unknown");

    /// <summary>As they are shown; which were looked at is written down by the caller.</summary>
    public async Task<IReadOnlyList<QuestionView>> Show(IReadOnlyList<Question> questions, CancellationToken ct)
    {
        var grids = questions.Select(q => q.Grid).Distinct().ToArray();
        var names = await db
            .Grids.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .Where(g => grids.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, g => g.Name, ct);
        PersonId[] writers = [.. questions.SelectMany(q => q.Lines).Select(l => l.By).OfType<PersonId>().Distinct()];
        var persons = await people.Names(writers, ct);
        return
        [
            .. questions.Select(q => new QuestionView(
                q.Id,
                q.Grid,
                names.GetValueOrDefault(q.Grid, ""),
                q.State,
                [
                    .. q.Lines.Select(l => new QuestionLineView(
                        l.By is null && l.Id is null,
                        l.By is { } by ? persons.GetValueOrDefault(by) : null,
                        l.Text,
                        l.At,
                        l.Id
                    )),
                ],
                q.AskedAt,
                q.LastAt,
                q.Revision
            )),
        ];
    }

    /// <summary>Text that may be said: trimmed, not empty, not too long.</summary>
    /// <exception cref="Refused">422 <c>request.text-length</c>.</exception>
    public static string Checked(string? text)
    {
        var said = text?.Trim() ?? "";
        return said.Length is > 0 and <= Question.LongestText
            ? said
            : throw Refused.Invalid("request.text-length", "text").With("most", Question.LongestText);
    }
}
