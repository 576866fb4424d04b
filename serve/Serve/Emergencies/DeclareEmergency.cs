using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Emergencies;

/// <summary>Declares an emergency for an area until a day, ends it early, and lists them.</summary>
internal static class DeclareEmergency
{
    /// <param name="Kind">One of <see cref="EmergencyKinds"/>.</param>
    /// <param name="Area">Code of the area.</param>
    /// <param name="Until">At most <see cref="Emergency.MostDays"/> days from now.</param>
    /// <param name="Reason">1 … 500 characters.</param>
    /// <param name="DecreeNumber">1 … 60 characters.</param>
    internal sealed record DeclareRequest(
        [OneOf(typeof(EmergencyKinds))] string Kind,
        string Area,
        DateTimeOffset Until,
        string Reason,
        string DecreeNumber
    );

    internal sealed record EmergencyView(
        EmergencyId Id,
        [property: OneOf(typeof(EmergencyKinds))] string Kind,
        string AreaCode,
        string? AreaName,
        string DecreeNumber,
        string Reason,
        DateTimeOffset From,
        DateTimeOffset Until,
        DateTimeOffset? EndedAt,
        bool On
    );

    public static void Map(IEndpointRouteBuilder emergencies)
    {
        emergencies
            .MapPost("", Declare)
            .WithName("DeclareEmergency")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.EmergenciesWrite);
        emergencies
            .MapPost("/{id}/end", End)
            .WithName("EndEmergency")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.EmergenciesWrite);
        emergencies
            .MapGet("", List)
            .WithName("ListEmergencies")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.FormsRead);
    }

    private static async Task<Created<EmergencyView>> Declare(
        DeclareRequest request,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var area = areas.Find(request.Area) ?? throw Refused.Invalid("area.unknown", "area");
        if (!db.Actor.Scope.Holds(area.Path))
            throw new Refused("area.outside", 403).With("areaCode", area.Code);
        var now = db.Clock.GetUtcNow();
        Check(request, now);
        var emergency = new Emergency
        {
            Id = Ids.New<EmergencyId>(db.Clock),
            Kind = request.Kind,
            AreaPath = area.Path,
            DecreeNumber = request.DecreeNumber.Trim(),
            Reason = request.Reason.Trim(),
            From = now,
            Until = request.Until,
            By = db.Actor.Person,
        };
        db.Emergencies.Add(emergency);
        db.Audit(
            "emergency.declared",
            "emergency",
            emergency.Id.ToString(),
            new
            {
                emergency.Kind,
                Area = area.Code,
                emergency.Until,
                emergency.DecreeNumber,
            }
        );
        db.Tell("emergency", emergency.Id.ToString(), emergency.Revision, "declared", emergency.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/emergencies/{emergency.Id}", Show(emergency, areas, now));
    }

    private static void Check(DeclareRequest request, DateTimeOffset now)
    {
        if (!EmergencyKinds.All.Contains(request.Kind))
            throw Refused.Invalid("request.unknown-value", "kind").With("known", EmergencyKinds.All);
        if (request.Until <= now || request.Until > now.AddDays(Emergency.MostDays))
            throw Refused.Invalid("emergency.until-range", "until").With("mostDays", Emergency.MostDays);
        Require(request.Reason, Emergency.LongestReason, "reason");
        Require(request.DecreeNumber, Emergency.LongestNumber, "decreeNumber");
    }

    private static void Require(string text, int most, string field)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > most)
            throw Refused.Invalid("request.text-length", field).With("most", most);
    }

    private static async Task<Ok<EmergencyView>> End(
        EmergencyId id,
        EmergencyDesk desk,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var emergency =
            await desk.Visible().FirstOrDefaultAsync(e => e.Id == id, ct)
            ?? throw Refused.NotFound("emergency.unknown");
        // Who is below the area sees that it is on, and does not end it.
        if (!db.Actor.Scope.Holds(emergency.AreaPath))
            throw new Refused("area.outside", 403).With("areaCode", emergency.AreaPath);
        var now = db.Clock.GetUtcNow();
        emergency.End(now, db.Actor.Person);
        db.Audit("emergency.ended", "emergency", id.ToString());
        db.Tell("emergency", id.ToString(), emergency.Revision, "ended", emergency.AreaPath);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Show(emergency, areas, now));
    }

    private static async Task<Ok<Page<EmergencyView>>> List(
        bool? on,
        int? limit,
        string? cursor,
        EmergencyDesk desk,
        ServeDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var now = db.Clock.GetUtcNow();
        var rows = desk.Visible().AsNoTracking();
        if (on is true)
            rows = EmergencyDesk.On(rows, now);
        if (Page.Number(cursor) is { } before)
            rows = rows.Where(e => e.Sequence < before);
        var page = await rows.OrderByDescending(e => e.Sequence).Take(take + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.Of(page, take, e => Show(e, areas, now), e => e.Sequence));
    }

    private static EmergencyView Show(Emergency emergency, IAreaDirectory areas, DateTimeOffset now) =>
        new(
            emergency.Id,
            emergency.Kind,
            emergency.AreaPath,
            areas.Find(emergency.AreaPath)?.Name,
            emergency.DecreeNumber,
            emergency.Reason,
            emergency.From,
            emergency.Until,
            emergency.EndedAt,
            emergency.IsOn(now)
        );
}
