using Fourfold.Contracts;
using Fourfold.Coordinate.WorkOrders.Commands;
using Fourfold.Kernel.Commands;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;

namespace Fourfold.Coordinate.Cases.Commands;

/// <summary>上报: somebody in the field saw something, and it becomes a case, however often it is sent. The target is the case's id.</summary>
internal sealed class ReportCase(CaseOpening opening, CaseFiles files, IGrids grids, IUnitDirectory units, Actor actor)
    : ICommandHandler<ReportCase.Payload, CoordinateDb>
{
    private const int LongestTitle = 80;
    private const double WorstAccuracyMetres = 100_000;

    /// <param name="What">One of <see cref="ReportKinds"/>.</param>
    /// <param name="Text">Words, or null.</param>
    /// <param name="Position">Where, or null.</param>
    /// <param name="AccuracyMetres">How far that may be off, or null.</param>
    /// <param name="ByHand">It was put on the map by hand.</param>
    /// <param name="GridId">The grid it lies in, or the one the person serves; of one that is closed only its area counts.</param>
    /// <param name="Photos">Stored files: pictures, videos, spoken words.</param>
    /// <param name="OnBehalf">Of a resident without a phone, or null.</param>
    public sealed record Payload(
        string What,
        string? Text = null,
        GeoPoint? Position = null,
        double? AccuracyMetres = null,
        bool ByHand = false,
        GridId? GridId = null,
        IReadOnlyList<FileId>? Photos = null,
        ResidentContact? OnBehalf = null
    );

    public static string Kind => "case.report";
    public static string Permission => Contracts.Permission.WorkOrdersHandle;

    public async Task<int> Handle(Command<Payload> command, CoordinateDb db, CancellationToken ct)
    {
        var told = command.Payload;
        var kind =
            ReportKinds.ClassOf(told.What)
            ?? throw Refused.Invalid("report.kind-unknown", "payload.what").With("known", ReportKinds.All);
        if (told.Text?.Length > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "payload.text").With("most", TimelineEntry.MaxText);
        if (told.AccuracyMetres is not (null or (>= 0 and <= WorstAccuracyMetres)))
            throw Refused
                .Invalid("request.out-of-range", "payload.accuracyMetres")
                .With("maximum", WorstAccuracyMetres);
        var place = PlacePayload.CheckPlace(told.Position);
        var resident = told.OnBehalf?.Checked("payload.onBehalf");
        var grid = told.GridId is { } id ? await Grid(id, ct) : null;
        var text = string.IsNullOrWhiteSpace(told.Text) ? null : told.Text.Trim();
        var draft = new CaseDraft
        {
            Origin = told.OnBehalf is null ? Origins.Patrol : Origins.Citizen,
            Title = TitleOf(told.What, text),
            AreaPath = await AreaOf(grid, place, ct),
            Class = kind,
            Urgency = 3,
            Level = 4,
            Position = place,
            Grid = grid is { IsOpen: true } ? grid.Id : null,
            ObservedAt = command.DeviceTime,
            Told = new CaseTold(
                told.What,
                text,
                place is null || told.ByHand ? null : told.AccuracyMetres,
                place is not null && told.ByHand,
                await files.Read(told.Photos ?? [], "payload.photos", ct)
            ),
        };
        var (opened, isNew) = await opening.Open(CaseId.From(command.Target), draft, ct);
        if (isNew && resident is not null && !resident.IsEmpty())
            db.Requesters.Add(
                new CaseRequester
                {
                    CaseId = opened.Id,
                    Name = resident.Name,
                    Phone = resident.Phone,
                    RecordedAt = opened.RecordedAt,
                }
            );
        return opened.Revision;
    }

    private static CaseTitle TitleOf(string what, string? text) =>
        new(
            "case.title.report",
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["what"] = what },
            text is { Length: > LongestTitle } ? $"{StorableText.Cut(text, LongestTitle)}…" : text
        );

    // One that was merged or closed while the phone had no network still says where it was: nobody could mend the report.
    private async Task<GridSummary> Grid(GridId id, CancellationToken ct) =>
        await grids.Find(id, ct) ?? throw Refused.Invalid("grid.unknown", "payload.gridId");

    // The grid's, where the person may act there; else the place's; else that of their post.
    private async Task<string> AreaOf(GridSummary? grid, GeoPoint? place, CancellationToken ct)
    {
        if (grid is not null && actor.Scope.Holds(grid.AreaPath))
            return grid.AreaPath;
        if (place is { } there && await units.AreaPathAt(there, ct) is { } path && actor.Scope.Holds(path))
            return path;
        return actor.AreaPath;
    }
}
