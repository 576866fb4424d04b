using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Fourfold.Contracts;
using Fourfold.Kernel.Jobs;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Deletion;

/// <summary>Deletes answers whose field's time is over, plain and sealed ones and their pictures, and writes down what it deleted.</summary>
internal sealed class DeleteAnswers(ServeDb db, IFiles files) : IRecurringJob
{
    private const int BatchSize = 200;

    // The rest comes at the next turn: a turn must end.
    private const int MostBatches = 2_000;

    private readonly Dictionary<(string, int, bool), FieldRules> rules = [];

    public async Task Run(JobRun run, CancellationToken ct)
    {
        for (var batch = 0; batch < MostBatches; batch++)
        {
            db.ChangeTracker.Clear();
            var now = db.Clock.GetUtcNow();
            var due = await db
                .Submissions.Where(s => s.DueAt <= now)
                .OrderBy(s => s.DueAt)
                .ThenBy(s => s.Sequence)
                .Take(BatchSize)
                .ToListAsync(ct);
            if (due.Count == 0)
                return;
            await Delete(due, now, ct);
            await run.Report(batch + 1, MostBatches);
        }
    }

    // Deletion and its record stand or fall together.
    private async Task Delete(List<Submission> due, DateTimeOffset now, CancellationToken ct)
    {
        var ids = due.Select(s => s.Id).ToArray();
        var closed = (await db.SealedValues.Where(v => ids.Contains(v.Submission)).ToListAsync(ct)).ToLookup(v =>
            v.Submission
        );
        var media = (await db.SubmissionMedia.Where(m => ids.Contains(m.Submission)).ToListAsync(ct)).ToLookup(m =>
            m.Submission
        );
        var deleted = new List<Deleted>();
        foreach (var submission in due)
        {
            var fields = await RulesOf(submission, ct);
            var codes = Over(submission, fields, now);
            var gone = Answers(submission, codes);
            foreach (var value in closed[submission.Id].Where(v => codes.Contains(v.Code)))
            {
                db.SealedValues.Remove(value);
                submission.Masked = [.. submission.Masked.Where(p => p != value.Path)];
                gone.Add(value.Code);
            }
            foreach (var file in media[submission.Id].Where(m => codes.Contains(m.Code)))
            {
                // Before the row goes: after a crash in between, the next turn finds it again.
                if (file.File is { } id)
                    await files.Forget(id, ct);
                db.SubmissionMedia.Remove(file);
            }
            submission.FieldsDeleted(
                codes,
                fields.AskForPlace(codes),
                fields.NextDeletion(submission.KeptFrom, [.. submission.Deleted, .. codes])
            );
            deleted.AddRange(gone.Select(code => new Deleted(submission, code, fields.RetentionDays[code])));
        }
        await WriteDown(deleted, now, ct);
        await db.SaveChangesAsync(ct);
    }

    private static HashSet<string> Over(Submission submission, FieldRules fields, DateTimeOffset now) =>
        fields
            .RetentionDays.Where(f => submission.KeptFrom.AddDays(f.Value) <= now)
            .Select(f => f.Key)
            .Except(submission.Deleted, StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Answers(Submission submission, HashSet<string> codes)
    {
        var answers = JsonNode.Parse(submission.Answers)!.AsObject(); // Written by us.
        var taken = FieldRules.Take(answers, codes);
        if (taken.Count > 0)
            submission.Answers = SpecText.Write(answers);
        return taken.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
    }

    private async Task WriteDown(List<Deleted> deleted, DateTimeOffset at, CancellationToken ct)
    {
        var before = await db.Deletions.OrderByDescending(d => d.Number).FirstOrDefaultAsync(ct);
        foreach (var group in deleted.GroupBy(d => d.Of).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal))
        {
            var (form, version, field, county, days) = group.Key;
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var one in group.OrderBy(d => d.Submission.Sequence))
                digest.AppendData(one.Submission.Id.Value.ToByteArray(bigEndian: true));
            before = DeletionRecord.After(
                before,
                DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
                (form, version, field, county, days),
                group.Count(),
                digest.GetHashAndReset()
            );
            db.Deletions.Add(before);
            db.Audit(
                "retention.answers-deleted",
                "form",
                form,
                new
                {
                    before.Number,
                    before.Version,
                    before.Field,
                    before.County,
                    before.Count,
                    Hash = Convert.ToHexStringLower(before.Hash),
                }
            );
        }
    }

    private async Task<FieldRules> RulesOf(Submission submission, CancellationToken ct)
    {
        var key = (submission.FormCode, submission.Version, submission.ForResident);
        if (!rules.TryGetValue(key, out var known))
        {
            var version = await db
                .FormVersions.AsNoTracking()
                .FirstAsync(v => v.Code == submission.FormCode && v.Number == submission.Version, ct);
            rules[key] = known = new FieldRules(FormDesk.Read(version), submission.ForResident);
        }
        return known;
    }

    private sealed record Deleted(Submission Submission, string Code, int Days)
    {
        public (string Form, int Version, string Field, string County, int Days) Of =>
            (Submission.FormCode, Submission.Version, Code, AreaPaths.CountyOf(Submission.AreaPath), Days);
    }
}
