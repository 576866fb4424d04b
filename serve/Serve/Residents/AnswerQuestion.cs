using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Serve.Residents;

/// <summary>A worker answers a resident, or ends the matter. Nothing is overwritten, so two who answer at once both did.</summary>
internal static class AnswerQuestion
{
    /// <param name="Id">UUIDv7 made by the phone; the same id is the same answer.</param>
    /// <param name="Text">1 … 500 characters.</param>
    internal sealed record AnswerRequest(Guid Id, string Text);

    public static void Map(IEndpointRouteBuilder questions)
    {
        questions
            .MapPost("/{id}/answers", Answer)
            .WithName("AnswerQuestion")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.QuestionsAnswer, ListQuestions.For);
        questions
            .MapPost("/{id}/close", Close)
            .WithName("CloseQuestion")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.QuestionsAnswer, ListQuestions.For);
    }

    private static async Task<Ok<QuestionView>> Answer(
        QuestionId id,
        AnswerRequest request,
        QuestionDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var text = QuestionDesk.Checked(request.Text);
        var question = await desk.Find(id, ct);
        question.Answer(request.Id, text, db.Actor.Person, db.Clock.GetUtcNow());
        return await Saved(question, "answered", desk, db, ct);
    }

    private static async Task<Ok<QuestionView>> Close(
        QuestionId id,
        QuestionDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        var question = await desk.Find(id, ct);
        question.Close(db.Clock.GetUtcNow());
        return await Saved(question, "closed", desk, db, ct);
    }

    private static async Task<Ok<QuestionView>> Saved(
        Question question,
        string what,
        QuestionDesk desk,
        ServeDb db,
        CancellationToken ct
    )
    {
        db.Audit($"question.{what}", "question", question.Id.ToString(), new { question.State });
        db.Tell("question", question.Id.ToString(), question.Revision, what, question.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await desk.Show([question], ct))[0]);
    }
}
