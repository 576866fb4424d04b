using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Fourfold.Serve;
using Fourfold.Serve.Notices;
using Fourfold.Serve.Patrols;
using Fourfold.Serve.Residents;
using Fourfold.Serve.Submissions;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Benchmarks.Field;

/// <summary>What a province's phones leave behind beside cases: a month of patrols, filled forms, questions, notices.</summary>
internal static class FieldRows
{
    private const int WalksEach = 10;
    private const int Forms = 200_000;
    private const int QuestionsEach = 3;
    private const int Notices = 500;

    public static async Task Fill(FourfoldBox box, IReadOnlyList<ServedGrid> grids, TextWriter to, CancellationToken ct)
    {
        await PhoneSync.Publish(box, ct);
        var written = await box.Inside(async services =>
        {
            var db = (ServeDb)services.GetService(typeof(ServeDb))!; // Registered by its module.
            var store = (IStore)services.GetService(typeof(IStore))!; // As every server has.
            var ids = await db.Grids.Select(g => new { g.Code, g.Id }).ToDictionaryAsync(g => g.Code, g => g.Id, ct);
            List<PatrolPlan> plans = [.. grids.Select(g => Plan(g, ids[g.Code]))];
            var rows = await Write(db, store, plans, ct);
            rows += await Write(db, store, plans.SelectMany(Walks), ct);
            rows += await Write(db, store, Enumerable.Range(0, Forms).Select(n => Filled(n, grids)), ct);
            rows += await Write(db, store, grids.SelectMany(g => Questions(g, ids[g.Code])), ct);
            rows += await Write(db, store, Enumerable.Range(0, Notices).Select(n => Notice(n, grids)), ct);
            if (!store.HasOneWriter)
            {
                await db.Database.ExecuteSqlRawAsync("vacuum (analyze)", ct);
                // Else the first lists that write down who looked would wait for the disk to take in a year of cases.
                await db.Database.ExecuteSqlRawAsync("checkpoint", ct);
            }
            return rows;
        });
        to.WriteLine($"  {written:N0} patrols, filled forms, questions and notices beside them");
    }

    // In a transaction of its own, for the server has other things to write meanwhile.
    private static async Task<long> Write<T>(ServeDb db, IStore store, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var written = await store.BulkInsert(db, rows, ct);
        await transaction.CommitAsync(ct);
        return written;
    }

    private static DateTimeOffset Ago(double days) => FieldStore.Now.AddDays(-days);

    private static PatrolPlan Plan(ServedGrid grid, GridId id) =>
        new()
        {
            Id = PatrolPlanId.From(Guid.CreateVersion7()),
            GridId = id,
            AreaPath = grid.Code,
            Name = "round",
            Points = [new PatrolPoint(Guid.CreateVersion7(), "gate", grid.At ?? new GeoPoint(19, 110), 50)],
            EveryDays = 3,
            ByHour = 18,
            CreatedAt = Ago(100),
            UpdatedAt = Ago(100),
        };

    private static IEnumerable<Patrol> Walks(PatrolPlan plan, int place) =>
        Enumerable
            .Range(0, WalksEach)
            .Select(n =>
            {
                var at = Ago((3 * n) + (place % 1_000 / 1e3));
                var walk = new Patrol
                {
                    Id = PatrolId.From(Guid.CreateVersion7()),
                    Plan = plan.Id,
                    AreaPath = plan.AreaPath,
                    StartedAt = at,
                    RecordedAt = at,
                    Points = 1,
                };
                walk.Finish(at.AddHours(1));
                return walk;
            });

    private static Submission Filled(int n, IReadOnlyList<ServedGrid> grids)
    {
        var grid = grids[n * 37 % grids.Count];
        var at = Ago(n * 365.0 / Forms);
        return new Submission
        {
            Id = SubmissionId.From(Guid.CreateVersion7()),
            FormCode = PhoneSync.Form,
            Version = 1,
            AreaPath = grid.Code,
            FilledBy = grid.Person,
            FilledAt = at,
            ReceivedAt = at,
            Answers = """{"visited_on":"2026-03-18","met":"no","house_number":"7"}""",
            Masked = [],
            Source = SubmissionSources.Own,
            KeyId = null,
        };
    }

    private static IEnumerable<Question> Questions(ServedGrid grid, GridId id) =>
        Enumerable
            .Range(0, QuestionsEach)
            .Select(n =>
            {
                var question = new Question
                {
                    Id = QuestionId.From(Guid.CreateVersion7()),
                    Grid = id,
                    AreaPath = grid.Code,
                    SecretHash = Question.HashOf(Question.NewSecret()),
                    AskedAt = Ago(n),
                };
                question.Ask("when is the office open", Ago(n));
                return question;
            });

    private static WorkerNotice Notice(int n, IReadOnlyList<ServedGrid> grids) =>
        new()
        {
            Id = WorkerNoticeId.From(Guid.CreateVersion7()),
            AreaPath = grids[n * 211 % grids.Count].Code[..9],
            Title = "storm",
            Text = "boats stay in",
            Urgent = false,
            SentAt = Ago(n % 30),
            Until = Ago((n % 30) - 20),
            By = null,
            UnitName = "centre",
        };
}
