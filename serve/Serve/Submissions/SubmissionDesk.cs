using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fourfold.Contracts;
using Fourfold.Forms;
using Fourfold.Kernel.Privacy;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Fourfold.Serve.Emergencies;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Sealing;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Submissions;

/// <summary>A filled form as it came in.</summary>
/// <param name="Id">Made by who filled it.</param>
/// <param name="Code">Of the form.</param>
/// <param name="Version">It was filled with.</param>
/// <param name="FilledAt">With the offset of the place.</param>
/// <param name="Answers">JSON.</param>
/// <param name="Source">One of <see cref="SubmissionSources"/>.</param>
internal sealed record FilledForm(
    SubmissionId Id,
    string Code,
    int Version,
    DateTimeOffset FilledAt,
    string Answers,
    string Source
)
{
    public GeoPoint? Position { get; init; }
    public GridId? Grid { get; init; }
    public PersonId? OnBehalf { get; init; }
    public ResidentContact? ForResident { get; init; }
}

/// <summary>Takes filled forms in, whatever brings them: judges, seals what is sensitive, and keeps the rest. Once each.</summary>
/// <remarks>
/// Leaves the area filter for what is the actor's own: a form filled for a grid they served then counts there, though
/// they serve elsewhere by the time there is a network.
/// </remarks>
internal sealed class SubmissionDesk(
    ServeDb db,
    FormDesk forms,
    EmergencyDesk emergencies,
    SubmissionTools tools,
    IPeople people
)
{
    /// <summary>Takes one in and adds its rows; the caller saves. The same sent again is found and changes nothing.</summary>
    /// <exception cref="Refused">404, 409 or 422, see <c>docs/reference/problems.md</c>.</exception>
    public async Task<(Submission Submission, bool IsNew)> Take(FilledForm filled, CancellationToken ct)
    {
        if (await Everywhere().FirstOrDefaultAsync(s => s.Id == filled.Id, ct) is { } before)
            return (await Same(before, filled, ct), false);
        var form = await forms.Find(filled.Code, ct);
        var version =
            await tools.Versions.Find(db, filled.Code, filled.Version, ct)
            ?? throw Refused.Invalid("form.version-unknown", "version").With("version", filled.Version);
        var spec = version.Spec;
        var now = db.Clock.GetUtcNow();
        CheckTime(filled.FilledAt, now);
        var area = await Area(filled, ct);
        await RequireOpen(form, spec, filled.FilledAt < now ? filled.FilledAt : now, area, ct);
        await RequirePerson(filled.OnBehalf, ct);
        filled = filled with { ForResident = filled.ForResident?.Checked("forResident") };
        await tools.Judge.Require(version.Schema, filled.Answers, filled.FilledAt, ct);
        return (await Keep(filled, spec, area, now, ct), true);
    }

    /// <summary>The submission with this id, if it is one of the actor's area.</summary>
    /// <exception cref="Refused">404 <c>submission.unknown</c>.</exception>
    public async Task<Submission> Find(SubmissionId id, CancellationToken ct) =>
        await db.Submissions.FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw Refused.NotFound("submission.unknown");

    /// <summary>The place kept for a file of what the actor filled, and the submission.</summary>
    /// <exception cref="Refused">404 <c>submission.unknown</c>; 422 <c>form.media-unknown</c>.</exception>
    public async Task<(Submission Submission, SubmissionMedia Media)> FindOwn(
        SubmissionId id,
        string name,
        CancellationToken ct
    )
    {
        var by = db.Actor.Person;
        var submission =
            await Everywhere().FirstOrDefaultAsync(s => s.Id == id && s.FilledBy == by, ct)
            ?? throw Refused.NotFound("submission.unknown");
        var media = await db
            .SubmissionMedia.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .FirstOrDefaultAsync(m => m.Submission == id && m.Name == name, ct);
        return (submission, media ?? throw Refused.Invalid("form.media-unknown", "name"));
    }

    private IQueryable<Submission> Everywhere() => db.Submissions.IgnoreQueryFilters([ModuleDb.AreaFilter]);

    private async Task<Submission> Keep(
        FilledForm filled,
        FormSpec spec,
        string area,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rules = new FieldRules(spec, filled.ForResident is not null);
        var answers = JsonNode.Parse(filled.Answers)!.AsObject(); // The schema wants an object.
        var keys = await tools.Keys.Current(AreaPaths.CountyOf(area), ct);
        var media = rules.Media(answers);
        List<TakenAnswer> taken = [.. rules.TakeSensitive(answers), .. ContactOf(filled.ForResident)];
        var place = rules.PlaceBeside(filled.Position, answers, taken);
        // Counted from the earlier: a phone whose clock runs ahead must not make us keep anything longer.
        var from = filled.FilledAt < now ? filled.FilledAt : now;
        var submission = new Submission
        {
            Id = filled.Id,
            FormCode = filled.Code,
            Version = filled.Version,
            AreaPath = area,
            Grid = filled.Grid,
            FilledBy = db.Actor.Person ?? throw new Refused("submission.no-person", 403),
            OnBehalf = filled.OnBehalf,
            ForResident = filled.ForResident is not null,
            FilledAt = filled.FilledAt,
            ReceivedAt = now,
            Latitude = place?.Latitude,
            Longitude = place?.Longitude,
            Answers = SpecText.Write(answers),
            Masked = [.. taken.Select(t => t.Path)],
            Digest = Digest(keys, filled),
            DueAt = rules.NextDeletion(from, []),
            Source = filled.Source,
            KeyId = keys.Id,
        };
        db.Submissions.Add(submission);
        db.SealedValues.AddRange(taken.Select(t => Sealed(submission, keys, t)));
        // A picture that answers two fields is as sensitive as the more sensitive one.
        var strictest = media.OrderByDescending(m => rules.Sensitive.Contains(m.Code));
        foreach (var (name, code) in strictest.DistinctBy(m => m.Name, StringComparer.Ordinal))
            db.SubmissionMedia.Add(Awaited(submission, name, code, rules.Sensitive.Contains(code)));
        db.Audit(
            "submission.received",
            "submission",
            filled.Id.ToString(),
            new
            {
                Form = filled.Code,
                filled.Version,
                Sealed = taken.Count,
                filled.Source,
            }
        );
        db.Tell("submission", filled.Id.ToString(), 1, "received", area);
        return submission;
    }

    // Sealed like a sensitive answer: who needs it asks for it, and says why.
    private static IEnumerable<TakenAnswer> ContactOf(ResidentContact? resident)
    {
        if (resident is null || resident.IsEmpty())
            yield break;
        var contact = new JsonObject { ["name"] = resident.Name, ["phone"] = resident.Phone };
        yield return new TakenAnswer($"/{FieldRules.ForResident}", FieldRules.ForResident, contact);
    }

    private static SealedValue Sealed(Submission submission, CountyKeys keys, TakenAnswer answer)
    {
        var (nonce, ciphertext) = Seal.Close(keys, submission.Id, answer.Path, SpecText.Write(answer.Value));
        return new SealedValue
        {
            Submission = submission.Id,
            Path = answer.Path,
            Code = answer.Code,
            AreaPath = submission.AreaPath,
            KeyId = keys.Id,
            Nonce = nonce,
            Ciphertext = ciphertext,
            Match =
                answer.Value.GetValueKind() == JsonValueKind.String
                    ? Seal.Match(keys, answer.Value.GetValue<string>())
                    : null,
        };
    }

    private static SubmissionMedia Awaited(Submission submission, string name, string code, bool isSealed) =>
        name.Length <= SubmissionMedia.LongestName
            ? new SubmissionMedia
            {
                Submission = submission.Id,
                Name = name,
                Code = code,
                AreaPath = submission.AreaPath,
                IsSealed = isSealed,
            }
            : throw Refused.Invalid("form.media-name-long", "answers").With("most", SubmissionMedia.LongestName);

    private async Task<Submission> Same(Submission before, FilledForm filled, CancellationToken ct)
    {
        var isSame =
            before.FilledBy == db.Actor.Person && before.FormCode == filled.Code && before.Version == filled.Version;
        // Once something was deleted we no longer know what was sent, and must not.
        if (isSame && before.Digest is { } digest && before.KeyId is { } keyId)
            isSame =
                await tools.Keys.Find(keyId, ct) is not { } keys
                || CryptographicOperations.FixedTimeEquals(digest, Digest(keys, filled));
        return isSame ? before : throw new Refused("submission.id-taken");
    }

    private static byte[] Digest(CountyKeys keys, FilledForm filled) =>
        HMACSHA256.HashData(
            keys.Match,
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{filled.Code}\n{filled.Version}\n{filled.FilledAt.ToUnixTimeMilliseconds()}\n{filled.Answers}"
                )
            )
        );

    private void CheckTime(DateTimeOffset filledAt, DateTimeOffset now)
    {
        var (oldest, tolerance) = (tools.Options.Value.OldestSubmission, tools.Options.Value.ClockTolerance);
        if (filledAt < now - oldest || filledAt > now + tolerance)
            throw Refused
                .Invalid("submission.filled-at-range", "filledAt")
                .With("mostDays", oldest.TotalDays)
                .With("aheadHours", tolerance.TotalHours);
    }

    private async Task<string> Area(FilledForm filled, CancellationToken ct)
    {
        if (filled.Position is { IsValid: false })
            throw Refused.Invalid("submission.position-invalid", "position");
        if (filled.Grid is not { } grid)
            return db.Actor.AreaPath;
        return await db.Grids.Where(g => g.Id == grid).Select(g => g.AreaPath).FirstOrDefaultAsync(ct)
            ?? await AreaServed(grid, filled.FilledAt.ToUniversalTime(), ct)
            ?? throw Refused.Invalid("grid.unknown", "gridId");
    }

    // The path of a grid that was the actor's own then, or of somebody they stand in for.
    private Task<string?> AreaServed(GridId grid, DateTimeOffset at, CancellationToken ct)
    {
        var (person, standsInFor) = (db.Actor.Person, db.Actor.StandsInFor);
        return db
            .GridPosts.IgnoreQueryFilters([ModuleDb.AreaFilter])
            .Where(p => p.GridId == grid && (p.Person == person || standsInFor.Contains(p.Post)))
            .Serving(at)
            .Select(p => p.AreaPath)
            .FirstOrDefaultAsync(ct);
    }

    private async Task RequireOpen(Form form, FormSpec spec, DateTimeOffset at, string area, CancellationToken ct)
    {
        if (form.RetiredAt is { } retired && at >= retired)
            throw new Refused("form.closed").With("reason", "retired").With("at", retired);
        // Judged by when it was filled: what was done in an emergency is taken in after it, too.
        if (spec.EmergencyOnly && !await emergencies.WasOn(area, at, ct))
            throw new Refused("form.closed").With("reason", "no-emergency");
    }

    private async Task RequirePerson(PersonId? onBehalf, CancellationToken ct)
    {
        if (onBehalf is { } person && !(await people.Names([person], ct)).ContainsKey(person))
            throw Refused.Invalid("submission.person-unknown", "onBehalf");
    }
}

/// <summary>What the desk works with.</summary>
internal sealed record SubmissionTools(
    FormJudge Judge,
    PublishedVersions Versions,
    IKeyRing Keys,
    IOptions<ServeOptions> Options
);
