using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Forms;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Submissions;

/// <summary>A filled form as it is shown: what is sensitive is masked.</summary>
/// <param name="Id">Made by who filled it.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Version">It was filled with.</param>
/// <param name="AreaCode">Of the grid, else of who filled it.</param>
/// <param name="AreaName">What the grid, else the area, is called; null of one that is not known any more.</param>
/// <param name="GridId">The grid it is about.</param>
/// <param name="FilledBy">Who filled it.</param>
/// <param name="FilledByName">Their name.</param>
/// <param name="OnBehalf">Who really asked, when somebody else typed it in.</param>
/// <param name="ForResident">It was filled for a resident without a phone; how to reach them is masked, if it is kept.</param>
/// <param name="FilledAt">When.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="Position">Where it was filled.</param>
/// <param name="Answers">Without what is masked or deleted.</param>
/// <param name="Masked">Pointers of what is sealed; ask for them with an unmask request.</param>
/// <param name="Deleted">Codes of fields whose time is over.</param>
/// <param name="Media">Pictures and films.</param>
/// <param name="Source">What it was filled with.</param>
internal sealed record SubmissionView(
    SubmissionId Id,
    string Form,
    int Version,
    string AreaCode,
    string? AreaName,
    GridId? GridId,
    PersonId FilledBy,
    string? FilledByName,
    PersonId? OnBehalf,
    bool ForResident,
    DateTimeOffset FilledAt,
    DateTimeOffset ReceivedAt,
    GeoPoint? Position,
    JsonElement Answers,
    IReadOnlyList<string> Masked,
    IReadOnlyList<string> Deleted,
    IReadOnlyList<MediaView> Media,
    [property: OneOf(typeof(SubmissionSources))] string Source
);

/// <summary>A picture or film of an answer.</summary>
/// <param name="Name">As the answer has it; null of a sealed one, whose name is masked as well.</param>
/// <param name="FileId">Read it below <c>/files</c>, unless it is sealed; null while it has not come.</param>
/// <param name="IsSealed">Whether it is shown for a consented request only.</param>
/// <param name="Field">Code of the field it answers.</param>
internal sealed record MediaView(string? Name, FileId? FileId, bool IsSealed, string Field);

/// <summary>Shows submissions with names and media: three queries, however many there are.</summary>
internal sealed class SubmissionViewer(ServeDb db, IPeople people, IAreaDirectory areas)
{
    public async Task<IReadOnlyList<SubmissionView>> Show(IReadOnlyList<Submission> rows, CancellationToken ct)
    {
        var ids = rows.Select(s => s.Id).ToArray();
        var media = (
            await db.SubmissionMedia.AsNoTracking().Where(m => ids.Contains(m.Submission)).ToListAsync(ct)
        ).ToLookup(m => m.Submission);
        var names = await people.Names([.. rows.Select(s => s.FilledBy).Distinct()], ct);
        GridId[] grids = [.. rows.Select(s => s.Grid).OfType<GridId>().Distinct()];
        var places = await db
            .Grids.AsNoTracking()
            .Where(g => grids.Contains(g.Id))
            .ToDictionaryAsync(g => g.Id, g => g.Name, ct);
        return
        [
            .. rows.Select(s => new SubmissionView(
                s.Id,
                s.FormCode,
                s.Version,
                s.AreaPath,
                s.Grid is { } grid && places.TryGetValue(grid, out var place) ? place : areas.Find(s.AreaPath)?.Name,
                s.Grid,
                s.FilledBy,
                names.GetValueOrDefault(s.FilledBy),
                s.OnBehalf,
                s.ForResident,
                s.FilledAt,
                s.ReceivedAt,
                s.Position,
                SpecText.Parse(s.Answers),
                s.Masked,
                s.Deleted,
                [
                    .. media[s.Id]
                        .OrderBy(m => m.Name, StringComparer.Ordinal)
                        .Select(m => new MediaView(m.IsSealed ? null : m.Name, m.File, m.IsSealed, m.Code)),
                ],
                s.Source
            )),
        ];
    }
}
