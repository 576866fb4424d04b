using Fourfold.Contracts;
using Fourfold.Coordinate.Cases.Machine;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Cases;

/// <summary>Looks up what a transition refers to: units, files, the other case, the new deadline.</summary>
internal sealed class MoveReader(IUnitDirectory units, IFiles files, CaseDesk desk, Deadlines.Deadlines deadlines)
{
    private const int MaxSummoned = 20;

    /// <summary>Most pictures with one report or transition.</summary>
    public const int MaxPhotos = 20;

    /// <summary>The move; 422 names what is wrong and where.</summary>
    public async Task<Move> Read(
        TransitionCase.TransitionCaseRequest request,
        CaseTransition transition,
        Case found,
        Act act,
        CancellationToken ct
    )
    {
        if (request.Note?.Length > TimelineEntry.MaxText)
            throw Refused.Invalid("note.length", "note").With("most", TimelineEntry.MaxText);
        if (request.Card is not (null or "yellow" or "red"))
            throw Refused.Invalid("case.card-unknown", "card").With("known", new[] { "yellow", "red" });
        if (request.Position is { IsValid: false })
            throw Refused.Invalid("position.out-of-range", "position");
        var urgency = CaseClasses.CheckGrade(request.Urgency, "urgency");
        return new Move(transition.Name)
        {
            Reason = request.Reason,
            Note = request.Note,
            Unit = request.UnitId is { } unit ? await Unit(unit, "unitId", ct) : null,
            Units = await Units(request.UnitIds ?? [], ct),
            DueAt = request.DueAt?.ToUniversalTime(),
            Deadline = transition.StartsClock
                ? await Deadline(transition, urgency ?? found.Urgency, found, act, ct)
                : null,
            Level = CaseClasses.CheckGrade(request.Level, "level"),
            Urgency = urgency,
            Class = CaseClasses.Check(request.Class),
            Master = request.DuplicateOf is { } other
                ? await desk.Find(other, ct) ?? throw Refused.Invalid("case.master-unknown", "duplicateOf")
                : null,
            Card = transition.Name == "supervise" ? request.Card : null,
            Ratings = request.Ratings,
            Contacts = request.Contacts,
            Photos = await Photos(request.Photos ?? [], "photos", ct),
            Position = request.Position,
        };
    }

    /// <summary>The work order that a request for co-operation is.</summary>
    public async Task<WorkOrderDraft> Cooperation(Move move, Case found, Act act, CancellationToken ct)
    {
        WorkOrderDrafts.CheckDue(move.DueAt, found, act);
        return new(
            desk.NewWorkOrderId(),
            move.Unit!, // Checked by the caller.
            null,
            new RoutingWhy("routing.chosen", new Dictionary<string, object?>(StringComparer.Ordinal)),
            "",
            move.Note!, // Checked by the caller.
            move.DueAt ?? await deadlines.OfWorkOrder(found.Urgency, act.RecordedAt, found.DeadlineAt, ct)
        );
    }

    /// <summary>Checks that pictures were stored before, by their content; 422 says which one was not.</summary>
    public async Task<IReadOnlyList<FileId>> Photos(IReadOnlyList<FileId> ids, string field, CancellationToken ct) =>
        (await Media(ids, field, withVideos: false, ct)).All;

    /// <summary>The same, of pictures, videos and spoken words.</summary>
    public Task<Media> Media(IReadOnlyList<FileId> ids, string field, CancellationToken ct) =>
        Media(ids, field, withVideos: true, ct);

    private async Task<Media> Media(IReadOnlyList<FileId> ids, string field, bool withVideos, CancellationToken ct)
    {
        if (ids.Count > MaxPhotos)
            throw Refused.Invalid("photos.too-many", field).With("most", MaxPhotos);
        var videos = new List<FileId>();
        var sounds = new List<FileId>();
        foreach (var (index, id) in ids.Index())
        {
            var stored =
                await files.Find(id, ct)
                ?? throw Refused.Invalid("file.unknown", $"{field}[{index}]").With("fileId", id.ToString());
            if (withVideos && stored.MediaType.StartsWith("video/", StringComparison.Ordinal))
                videos.Add(id);
            else if (withVideos && stored.MediaType.StartsWith("audio/", StringComparison.Ordinal))
                sounds.Add(id);
            else if (!stored.MediaType.StartsWith("image/", StringComparison.Ordinal))
                throw Refused.Invalid("file.not-a-picture", $"{field}[{index}]").With("mediaType", stored.MediaType);
        }
        return new Media([.. ids.Distinct()], [.. videos.Distinct()], [.. sounds.Distinct()]);
    }

    private ValueTask<DateTimeOffset> Deadline(
        CaseTransition transition,
        int urgency,
        Case found,
        Act act,
        CancellationToken ct
    ) =>
        found.KeepsClock(transition) && urgency == found.Urgency
            ? ValueTask.FromResult(found.DeadlineAt)
            : deadlines.OfCase(urgency, found.ClockBegins(transition, act), ct);

    private async Task<UnitSummary> Unit(UnitId id, string field, CancellationToken ct) =>
        await units.Find(id, ct) ?? throw Refused.Invalid("unit.unknown", field);

    private async Task<IReadOnlyList<UnitSummary>> Units(IReadOnlyList<UnitId> ids, CancellationToken ct)
    {
        if (ids.Count > MaxSummoned)
            throw Refused.Invalid("case.too-many-units", "unitIds").With("most", MaxSummoned);
        var found = new List<UnitSummary>(ids.Count);
        foreach (var (index, id) in ids.Index())
            found.Add(await Unit(id, $"unitIds[{index}]", ct));
        return found;
    }
}

/// <summary>Stored files of a record.</summary>
/// <param name="All">Pictures, videos and spoken words, as they were given.</param>
/// <param name="Videos">Those of them that are videos.</param>
/// <param name="Sounds">Those of them that are spoken words.</param>
internal sealed record Media(IReadOnlyList<FileId> All, IReadOnlyList<FileId> Videos, IReadOnlyList<FileId> Sounds);
