using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Residents;

/// <summary>Answers that a unit keeps for all its people.</summary>
internal static class KeepReadyAnswers
{
    /// <param name="Text">1 … 500 characters.</param>
    internal sealed record KeepRequest(string Text);

    internal sealed record ReadyAnswerView(Guid Id, string Text);

    public static void Map(IEndpointRouteBuilder answers)
    {
        answers.MapGet("", List).WithName("ListReadyAnswers").Needs(Permission.QuestionsAnswer);
        answers
            .MapPost("", Keep)
            .WithName("KeepReadyAnswer")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.QuestionsAnswer);
        answers
            .MapDelete("/{id}", Remove)
            .WithName("RemoveReadyAnswer")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.QuestionsAnswer);
    }

    private static async Task<Ok<Page<ReadyAnswerView>>> List(ServeDb db, CancellationToken ct)
    {
        // So few that they are one page.
        var rows = await Own(db).OrderBy(a => a.At).Take(ReadyAnswer.Most).ToListAsync(ct);
        return TypedResults.Ok(
            new Page<ReadyAnswerView>([.. rows.Select(a => new ReadyAnswerView(a.Id, a.Text))], null)
        );
    }

    private static async Task<Created<ReadyAnswerView>> Keep(KeepRequest request, ServeDb db, CancellationToken ct)
    {
        var unit = db.Actor.Unit ?? throw new Refused("question.no-person", 403);
        var text = QuestionDesk.Checked(request.Text);
        if (await Own(db).CountAsync(ct) >= ReadyAnswer.Most)
            throw new Refused("ready-answer.too-many").With("most", ReadyAnswer.Most);
        var made = new ReadyAnswer
        {
            Id = Ids.NewGuid(db.Clock),
            Unit = unit,
            Text = text,
            By = db.Actor.Person,
            At = db.Clock.GetUtcNow(),
        };
        db.ReadyAnswers.Add(made);
        db.Audit("ready-answer.kept", "ready-answer", made.Id.ToString());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/ready-answers/{made.Id}", new ReadyAnswerView(made.Id, made.Text));
    }

    private static async Task<NoContent> Remove(Guid id, ServeDb db, CancellationToken ct)
    {
        var found =
            await Own(db).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw Refused.NotFound("ready-answer.unknown");
        db.ReadyAnswers.Remove(found);
        db.Audit("ready-answer.removed", "ready-answer", id.ToString());
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static IQueryable<ReadyAnswer> Own(ServeDb db) => db.ReadyAnswers.Where(a => a.Unit == db.Actor.Unit);
}
