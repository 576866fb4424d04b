using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Alerts;

/// <summary>"I am looking into it."</summary>
internal static class AcknowledgeAlert
{
    internal sealed record Request(int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/alerts/{id}/acknowledge", Handle)
            .WithName("AcknowledgeAlert")
            .WithTags("Alerts")
            .Needs(Permission.AlertsAnswer);

    private static Task<Ok<AlertView>> Handle(
        AlertId id,
        Request request,
        ExpectedRevision known,
        AnswerAlert answer,
        Actor actor,
        TimeProvider clock,
        HttpContext http,
        CancellationToken ct
    ) =>
        answer.Answer(
            id,
            known.Of(request.ExpectedRevision),
            "acknowledged",
            alert => alert.Acknowledge(actor.Person, clock.GetUtcNow()),
            http,
            ct
        );
}
