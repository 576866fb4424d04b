using Fourfold.Contracts;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Notices;
using Fourfold.Kernel.Retention;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Serve.Residents;

/// <summary>Residents ask, workers answer.</summary>
internal static class ResidentPart
{
    public static void AddResidents(this IServiceCollection services, ServeOptions options)
    {
        services.AddScoped<Doors>();
        services.AddScoped<QuestionDesk>();
        services.AddSingleton<ResidentDesk>();
        services.AddSingleton<ResidentLimiter>();
        services.TellOf("question", Permission.QuestionsAnswer);
        services.Keep(
            Keep.For<ServeDb, Question>(TimeSpan.FromDays(options.QuestionsKeptDays), question => question.LastAt)
        );
    }

    public static void MapResidents(this IEndpointRouteBuilder api, IEndpointRouteBuilder grids)
    {
        KeepDoor.Map(grids);
        KeepCard.Map(api);
        var questions = api.MapGroup("/questions").WithTags("Residents").Idempotently<ServeDb>();
        ListQuestions.Map(questions);
        AnswerQuestion.Map(questions);
        KeepReadyAnswers.Map(api.MapGroup("/ready-answers").WithTags("Residents").Idempotently<ServeDb>());
    }

    public static void Tables(ModelBuilder model)
    {
        GridDoor.Map(model.Entity<GridDoor>());
        ResidentCard.Map(model.Entity<ResidentCard>());
        Question.Map(model.Entity<Question>());
        ReadyAnswer.Map(model.Entity<ReadyAnswer>());
    }
}
