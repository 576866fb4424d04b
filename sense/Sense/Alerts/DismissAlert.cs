using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Alerts;

/// <summary>"It is nothing, because …": 1 normal vessel, 2 leisure, 3 clutter, 4 handled elsewhere, 5 in words.</summary>
internal static class DismissAlert
{
    internal sealed record Request(int Reason, string? Note = null, int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/alerts/{id}/dismiss", Handle)
            .WithName("DismissAlert")
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
            "dismissed",
            alert =>
            {
                var now = db.Clock.GetUtcNow();
                alert.Dismiss(request.Reason, request.Note, db.Actor.Person, now);
                db.Publish(new AlertEnded(id, "dismissed", now));
            },
            http,
            ct
        );
}
