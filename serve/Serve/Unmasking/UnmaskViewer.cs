using Fourfold.Contracts;
using Fourfold.Serve.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Unmasking;

/// <summary>A request to see sensitive answers.</summary>
/// <param name="Id">The request.</param>
/// <param name="SubmissionId">Whose answers.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="FormVersion">Version it was filled with; null when the submission is gone.</param>
/// <param name="AreaCode">Of the submission.</param>
/// <param name="Fields">Pointers of what is asked for.</param>
/// <param name="Purpose">What for.</param>
/// <param name="CaseId">The case they are needed for.</param>
/// <param name="Reason">In words.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AskedBy">Who asks.</param>
/// <param name="AskedByName">Their name.</param>
/// <param name="AskedAt">When.</param>
/// <param name="WaitsUntil">Until when somebody can consent.</param>
/// <param name="DecidedBy">Who consented or refused.</param>
/// <param name="DecidedByName">Their name.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="ValidUntil">Until when the values can be seen.</param>
/// <param name="Mine">Whether the asker of this list asked for it, and so cannot decide.</param>
internal sealed record UnmaskRequestView(
    UnmaskRequestId Id,
    SubmissionId SubmissionId,
    string Form,
    int? FormVersion,
    string AreaCode,
    IReadOnlyList<string> Fields,
    [property: OneOf(typeof(UnmaskPurposes))] string Purpose,
    CaseId CaseId,
    string Reason,
    [property: OneOf(typeof(UnmaskStates))] string State,
    PersonId AskedBy,
    string? AskedByName,
    DateTimeOffset AskedAt,
    DateTimeOffset WaitsUntil,
    PersonId? DecidedBy,
    string? DecidedByName,
    DateTimeOffset? DecidedAt,
    DateTimeOffset? ValidUntil,
    bool Mine
);

/// <summary>Shows requests with names.</summary>
internal sealed class UnmaskViewer(ServeDb db, IPeople people)
{
    public async Task<IReadOnlyList<UnmaskRequestView>> Show(IReadOnlyList<UnmaskRequest> rows, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var persons = rows.Select(r => r.AskedBy).Concat(rows.Select(r => r.DecidedBy).OfType<PersonId>());
        var names = await people.Names([.. persons.Distinct()], ct);
        var submissions = rows.Select(r => r.Submission).Distinct().ToArray();
        var versions = await db
            .Submissions.Where(s => submissions.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.Version, ct);
        return
        [
            .. rows.Select(r => new UnmaskRequestView(
                r.Id,
                r.Submission,
                r.FormCode,
                versions.TryGetValue(r.Submission, out var version) ? version : null,
                r.AreaPath,
                r.Fields,
                r.Purpose,
                r.Case,
                r.Reason,
                r.StateAt(now),
                r.AskedBy,
                names.GetValueOrDefault(r.AskedBy),
                r.AskedAt,
                r.WaitsUntil,
                r.DecidedBy,
                r.DecidedBy is { } by ? names.GetValueOrDefault(by) : null,
                r.DecidedAt,
                r.ValidUntil,
                r.AskedBy == db.Actor.Person
            )),
        ];
    }
}
