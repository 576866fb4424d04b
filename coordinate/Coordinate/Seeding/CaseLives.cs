using System.Globalization;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Coordinate.Cases;
using Fourfold.Coordinate.WorkOrders;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Seeding;
using Fourfold.Kernel.Storage;

namespace Fourfold.Coordinate.Seeding;

/// <summary>Leads made-up cases through the machine as people would: most to their end, those of the last weeks to where they stand.</summary>
internal sealed class CaseLives
{
    private const string Resource = "Fourfold.Coordinate.Seeding.Data.titles.json";
    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(15);
    private static readonly double[] HoursByUrgency = [2, 24, 9 * 24, 21 * 24];
    private readonly ProvincePlan plan;
    private readonly CoordinateOptions limits;
    private readonly Random chance;
    private readonly Words words = EmbeddedData.Json<Words>(typeof(CaseLives).Assembly, Resource);
    private readonly Dictionary<(string Area, int Year), int> numbers;
    private readonly Dictionary<string, UnitSummary> centres;
    private readonly ILookup<string, UnitSummary> departments;
    private readonly SeededWorker[] workers;
    private readonly double[] weights;

    /// <param name="plan">What the parts before have made; with at least one worker.</param>
    /// <param name="limits">The operator's.</param>
    /// <param name="lastNumbers">The last number given out for an area and year; changed.</param>
    public CaseLives(ProvincePlan plan, CoordinateOptions limits, Dictionary<(string Area, int Year), int> lastNumbers)
    {
        (this.plan, this.limits, numbers) = (plan, limits, lastNumbers);
        chance = plan.Chance("cases");
        centres = plan.CentreList.ToDictionary(c => c.AreaPath, StringComparer.Ordinal);
        departments = plan.DepartmentList.ToLookup(d => d.AreaPath, StringComparer.Ordinal);
        workers = [.. plan.WorkerList.Where(w => !w.Deputy)];
        // Some grids have ten times the cases of others.
        weights = new double[workers.Length];
        for (var (n, sum) = (0, 0.0); n < weights.Length; n++)
            weights[n] = sum += 0.1 + (0.9 * chance.NextDouble() * chance.NextDouble());
    }

    /// <summary>A case opened at a time, as it stands at the plan's present.</summary>
    public Case Lead(DateTimeOffset opened)
    {
        var worker = Somebody();
        var on = Open(worker, opened);
        var isOld = plan.Until - opened > OpenFor;
        var roll = chance.Next(100);
        // Nine of ten young ones are through as well; the others stop somewhere on their way.
        var steps = isOld || roll < 90 ? 7 : chance.Next(7);
        var pace = Math.Min(1 + (10 * chance.NextDouble()), (plan.Until - opened).TotalHours / 8);
        DateTimeOffset At(int step) => opened.AddHours(pace * step);
        if (steps == 7 && roll < 4)
            on.Transition(new Move("reject") { Reason = "filed-elsewhere", Note = words.Note }, Desk(worker, At(1)));
        else
            Walk(on, worker, At, steps);
        var archived = At(7).AddDays(limits.ArchiveAfterDays);
        if (steps == 7 && roll >= 4 && archived < plan.Until)
            on.Transition(new Move("archive"), Desk(worker, archived));
        return on;
    }

    private void Walk(Case on, SeededWorker worker, Func<int, DateTimeOffset> at, int steps)
    {
        // Most is settled in the grid, the rest by a station or a squad of the township.
        var own = chance.Next(10) < 6 || !departments[worker.Grid[..9]].Any();
        var unit = own
            ? worker.Unit
            : departments[worker.Grid[..9]].ElementAt(chance.Next(departments[worker.Grid[..9]].Count()));
        if (steps > 0)
            on.Issue(Work(unit, own ? worker : null, on.DeadlineAt, at(1)), Desk(worker, at(1)));
        if (steps > 1)
            on.Step(on.WorkOrders[0], new WorkOrderMove("accept"), Hand(unit, own, worker, at(2)));
        if (steps > 2)
            on.Step(
                on.WorkOrders[0],
                new WorkOrderMove("arrive") { Position = on.Position },
                Hand(unit, own, worker, at(3))
            );
        var (outcome, reason) = Outcome(on);
        if (steps > 3)
            on.Step(
                on.WorkOrders[0],
                new WorkOrderMove("report")
                {
                    Report = new WorkOrderReport(
                        outcome,
                        reason,
                        words.Note,
                        on.Position,
                        [],
                        [],
                        own ? worker.Person : null,
                        at(4),
                        at(4)
                    ),
                },
                Hand(unit, own, worker, at(4))
            );
        if (steps > 4)
            on.Transition(new Move("verify_pass"), Desk(worker, at(5)));
        if (steps > 5)
            on.Conclude(outcome, reason, words.Note, new Dictionary<AlertId, (string, string)>(), Desk(worker, at(6)));
        if (steps > 6)
            on.Transition(
                on.HasRequester
                    ? new Move("rate") { Ratings = new Ratings(true, true, chance.Next(10) > 0) }
                    : new Move("conclude"),
                Desk(worker, at(7))
            );
    }

    private (string, string) Outcome(Case of) =>
        chance.Next(10) switch
        {
            < 7 => (OutcomeCodes.Confirmed, of.HasRequester ? "complaint-true" : "danger-removed"),
            < 9 => (OutcomeCodes.Refuted, of.HasRequester ? "complaint-untrue" : "other"),
            _ => (OutcomeCodes.NotFound, "no-trace"),
        };

    private Case Open(SeededWorker worker, DateTimeOffset at)
    {
        var origin = chance.Next(100) switch
        {
            < 70 => Origins.Patrol,
            < 82 => Origins.Citizen,
            < 94 => Origins.Hotline,
            _ => Origins.Superior,
        };
        var urgency = chance.Next(20) switch
        {
            0 => 1,
            < 4 => 2,
            < 17 => 3,
            _ => 4,
        };
        var (kind, title) = words.Some(chance);
        var draft = new CaseDraft
        {
            Origin = origin,
            Title = new CaseTitle(null, null, title + words.Mark),
            AreaPath = worker.Grid,
            Class = kind,
            Urgency = urgency,
            Level = urgency == 1 ? 2 : 3 + chance.Next(2),
            Position = plan.PlaceOf(worker.Grid),
            Simulated = true,
        };
        return Case.Open(
            CaseId.From(ProvincePlan.NewGuid(at, chance)),
            Number(worker.Grid[..6], at),
            draft,
            at.AddHours(HoursByUrgency[urgency - 1]),
            Desk(worker, at)
        );
    }

    private string Number(string area, DateTimeOffset at)
    {
        var year = at.AddHours(limits.UtcOffsetHours).Year;
        var last = numbers.GetValueOrDefault((area, year)) + 1;
        numbers[(area, year)] = last;
        return string.Create(CultureInfo.InvariantCulture, $"{area}-{year}-{last:00000}");
    }

    private WorkOrderDraft Work(UnitSummary unit, SeededWorker? post, DateTimeOffset due, DateTimeOffset at) =>
        new(
            WorkOrderId.From(ProvincePlan.NewGuid(at, chance)),
            unit,
            post is null ? null : new PostSummary(post.Post, post.Person, unit.Id, Roles.GridWorker, post.Name),
            new RoutingWhy("routing.area", new Dictionary<string, object?>()),
            "",
            words.Instruction,
            due
        );

    private SeededWorker Somebody()
    {
        var at = Array.BinarySearch(weights, chance.NextDouble() * weights[^1]);
        return workers[Math.Min(at < 0 ? ~at : at, workers.Length - 1)];
    }

    // Of the township's centre; somebody else than who handles it, for they verify.
    private Act Desk(SeededWorker worker, DateTimeOffset at)
    {
        var centre = new[] { 9, 6, 4, 2 }
            .Select(digits => centres.GetValueOrDefault(worker.Grid[..digits]))
            .First(c => c is not null)!; // The province has one.
        var clerk = workers[chance.Next(workers.Length)];
        if (clerk.Person == worker.Person)
            clerk = workers[(Array.IndexOf(workers, clerk) + 1) % workers.Length];
        return By(centre, clerk.Person, null, Roles.CentreClerk, at);
    }

    private Act Hand(UnitSummary unit, bool own, SeededWorker worker, DateTimeOffset at) =>
        own ? By(unit, worker.Person, worker.Post, Roles.GridWorker, at) : By(unit, null, null, Roles.Responder, at);

    private Act By(UnitSummary unit, PersonId? person, PostId? post, string role, DateTimeOffset at) =>
        new(
            Actor.System("province") with
            {
                Kind = ActorKind.Person,
                Person = person,
                Post = post,
                Role = role,
                AreaPath = unit.AreaPath,
                Unit = unit.Id,
                UnitName = unit.Name,
            },
            limits,
            at,
            at
        );

    /// <summary>Words, in Chinese, of what is made up.</summary>
    private sealed record Words(string Mark, string Instruction, string Note, Words.Kind[] Kinds)
    {
        /// <summary>A class of cases, how many of a hundred are of it, and what they say.</summary>
        internal sealed record Kind(string Class, int Share, string[] Titles);

        public (string Class, string Title) Some(Random chance)
        {
            var roll = chance.Next(Kinds.Sum(k => k.Share));
            foreach (var kind in Kinds)
                if ((roll -= kind.Share) < 0)
                    return (kind.Class, kind.Titles[chance.Next(kind.Titles.Length)]);
            throw new JsonException("shares add up to nothing");
        }
    }
}
