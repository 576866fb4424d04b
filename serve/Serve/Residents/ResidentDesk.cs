using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Grids;
using Fourfold.Serve.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Residents;

/// <summary>
/// What residents, whom nobody knows, may do: see what hangs at the door, ask, and follow their own question. It acts as the
/// system, for the one grid or question that a random address names, and hands out nothing else.
/// </summary>
internal sealed class ResidentDesk(IServiceScopeFactory scopes, IPeople people)
{
    /// <summary>Workers shown on one page.</summary>
    private const int MostWorkers = 20;

    private static readonly string[] Order =
    [
        GridRoles.Lead,
        GridRoles.StandingLead,
        GridRoles.DeputyLead,
        GridRoles.Worker,
        GridRoles.Deputy,
        GridRoles.MicroLead,
    ];

    /// <summary>What stands behind an address, or null when it is void.</summary>
    public async Task<DoorPage?> Door(string token, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        return await Find(db, token, ct) is { } grid
            ? new DoorPage(token, grid.Name, await Workers(db, grid, ct))
            : null;
    }

    /// <summary>Takes a question in. Sent twice with one secret it is there once.</summary>
    /// <returns>Whether the address is in use.</returns>
    public async Task<bool> Ask(string token, string secret, string text, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        if (await Find(db, token, ct) is not { } grid)
            return false;
        var hash = Question.HashOf(secret);
        if (await db.Questions.AsNoTracking().FirstOrDefaultAsync(q => q.SecretHash == hash, ct) is { } earlier)
        {
            // Who went back and wrote something else means that too; the same words are a second press.
            var said = earlier.Lines.Any(l => l.By is null && l.Text == text);
            if (!said && earlier.Lines.Count < Question.MostLines)
                await Again(secret, text, ct);
            return true;
        }
        var now = db.Clock.GetUtcNow();
        var question = new Question
        {
            Id = Ids.New<QuestionId>(db.Clock),
            Grid = grid.Id,
            AreaPath = grid.AreaPath,
            SecretHash = hash,
            AskedAt = now,
        };
        question.Ask(text, now);
        db.Questions.Add(question);
        await Tell(db, question, "asked", ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException) { } // Pressed twice at the same time: the other one is in.
        return true;
    }

    /// <summary>The question behind a secret, or null.</summary>
    public async Task<AskedPage?> Asked(string secret, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        return await Mine(db, secret, ct) is { } question ? await Show(db, question, ct) : null;
    }

    /// <summary>The resident says more; null when there is no such question.</summary>
    /// <exception cref="Refused">409 <c>question.full</c>.</exception>
    public async Task<AskedPage?> Again(string secret, string text, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        if (await Mine(db, secret, ct) is not { } question)
            return null;
        // Sent twice by a page that was loaded again.
        if (question.Lines is [.., { By: null } last] && last.Text == text && question.State == QuestionStates.Open)
            return await Show(db, question, ct);
        question.Ask(text, db.Clock.GetUtcNow());
        await Tell(db, question, "asked-again", ct);
        await db.SaveChangesAsync(ct);
        return await Show(db, question, ct);
    }

    /// <summary>The resident says that it is done.</summary>
    public async Task<AskedPage?> Solve(string secret, CancellationToken ct)
    {
        await using var scope = Scope(out var db);
        if (await Mine(db, secret, ct) is not { } question)
            return null;
        question.Solve(db.Clock.GetUtcNow());
        db.Audit("question.solved", "question", question.Id.ToString());
        db.Tell("question", question.Id.ToString(), question.Revision, "solved", question.AreaPath);
        await db.SaveChangesAsync(ct);
        return await Show(db, question, ct);
    }

    private static async Task<Grid?> Find(ServeDb db, string token, CancellationToken ct)
    {
        if (token.Length != GridDoor.TokenLength)
            return null;
        var id = await db.GridDoors.Where(d => d.Token == token).Select(d => (GridId?)d.Grid).FirstOrDefaultAsync(ct);
        return id is { } grid
            ? await db.Grids.AsNoTracking().FirstOrDefaultAsync(g => g.Id == grid && g.ClosedAt == null, ct)
            : null;
    }

    private static Task<Question?> Mine(ServeDb db, string secret, CancellationToken ct)
    {
        if (secret.Length != Question.SecretLength)
            return Task.FromResult<Question?>(null);
        var hash = Question.HashOf(secret);
        return db.Questions.FirstOrDefaultAsync(q => q.SecretHash == hash, ct);
    }

    private static async Task Tell(ServeDb db, Question question, string what, CancellationToken ct)
    {
        db.Audit($"question.{what}", "question", question.Id.ToString());
        db.Tell("question", question.Id.ToString(), question.Revision, what, question.AreaPath);
        var posts = await InForce(db, question.Grid).Select(p => p.Post).Distinct().ToListAsync(ct);
        db.Publish(
            new PushAsked(
                PushKinds.Question,
                question.Id.ToString(),
                Urgent: false,
                posts,
                null,
                null,
                null,
                null,
                db.Clock.GetUtcNow()
            )
        );
    }

    private static IQueryable<GridPost> InForce(ServeDb db, GridId grid) =>
        db.GridPosts.AsNoTracking().Where(p => p.GridId == grid).Serving(db.Clock.GetUtcNow());

    private async Task<IReadOnlyList<ShownWorker>> Workers(ServeDb db, Grid grid, CancellationToken ct)
    {
        var posts = await InForce(db, grid.Id).OrderBy(p => p.From).Take(MostWorkers).ToListAsync(ct);
        var persons = posts.Select(p => p.Person).Distinct().ToArray();
        var cards = await db.ResidentCards.Where(c => persons.Contains(c.Person)).ToDictionaryAsync(c => c.Person, ct);
        var names = await people.Names([.. cards.Values.Where(c => c.ShowName).Select(c => c.Person)], ct);
        return
        [
            .. posts
                .OrderBy(p => Array.IndexOf(Order, p.Role))
                .Select(p => new ShownWorker(
                    p.Role,
                    names.GetValueOrDefault(p.Person),
                    cards.TryGetValue(p.Person, out var card) && card.ShowHours ? p.Shifts : []
                )),
        ];
    }

    private async Task<AskedPage> Show(ServeDb db, Question question, CancellationToken ct)
    {
        var grid = await db.Grids.AsNoTracking().FirstAsync(g => g.Id == question.Grid, ct);
        var token = await db.GridDoors.Where(d => d.Grid == grid.Id).Select(d => d.Token).FirstOrDefaultAsync(ct);
        PersonId[] writers = [.. question.Lines.Select(l => l.By).OfType<PersonId>().Distinct()];
        var open = await db
            .ResidentCards.Where(c => writers.Contains(c.Person) && c.ShowName)
            .Select(c => c.Person)
            .ToListAsync(ct);
        var names = await people.Names(open, ct);
        return new AskedPage(
            grid.Name,
            grid.ClosedAt is null ? token : null,
            question.State,
            question.Lines.Count >= Question.MostLines,
            [
                .. question.Lines.Select(l => new ShownLine(
                    l.By is null && l.Id is null,
                    l.By is { } by ? names.GetValueOrDefault(by) : null,
                    l.Text,
                    l.At
                )),
            ]
        );
    }

    private AsyncServiceScope Scope(out ServeDb db)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System("resident");
        db = scope.ServiceProvider.GetRequiredService<ServeDb>();
        return scope;
    }
}

/// <summary>What hangs at a door.</summary>
internal sealed record DoorPage(string Token, string GridName, IReadOnlyList<ShownWorker> Workers);

/// <summary>A worker as they let themself be seen.</summary>
internal sealed record ShownWorker(string Role, string? Name, IReadOnlyList<Shift> Shifts);

/// <summary>A question as its resident sees it.</summary>
internal sealed record AskedPage(
    string GridName,
    string? Token,
    string State,
    bool IsFull,
    IReadOnlyList<ShownLine> Lines
);

/// <summary>One line of it.</summary>
internal sealed record ShownLine(bool ByResident, string? Name, string Text, DateTimeOffset At);
