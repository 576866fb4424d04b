using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Alerts;

/// <summary>Takes a dismissal back within ten minutes.</summary>
internal static class UndoDismissal
{
    internal sealed record Request(int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/alerts/{id}/undo-dismissal", Handle)
            .WithName("UndoDismissal")
            .WithTags("Alerts")
            .Needs(Permission.AlertsAnswer);

    private static Task<Ok<AlertView>> Handle(
        AlertId id,
        Request request,
        ExpectedRevision known,
        AnswerAlert answer,
        SenseDb db,
        HttpContext http,
        CancellationToken ct
    ) =>
        answer.Answer(
            id,
            known.Of(request.ExpectedRevision),
            "reopened",
            alert =>
            {
                var now = db.Clock.GetUtcNow();
                alert.UndoDismissal(now);
                db.Publish(new AlertEnded(id, "reopened", now));
            },
            http,
            ct
        );
}
