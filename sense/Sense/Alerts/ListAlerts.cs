using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Alerts;

/// <summary>Alerts by tab, most urgent first and newest among equals.</summary>
internal static class ListAlerts
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/alerts", List).WithName("ListAlerts").WithTags("Alerts").Needs(Permission.AlertsRead);
        api.MapGet("/alerts/{id}", Get).WithName("GetAlert").WithTags("Alerts").Needs(Permission.AlertsRead);
    }

    private static async Task<Ok<Page<AlertView>>> List(
        SenseDb db,
        AlertViews views,
        CancellationToken ct,
        string tab = "todo",
        int? level = null,
        int? limit = null,
        string? cursor = null
    )
    {
        var most = Page.Limit(limit);
        var query = After(OfTab(db.Alerts.AsNoTracking(), tab, db.Actor.Person), cursor);
        if (level is { } only)
            query = query.Where(a => a.Level == only);
        var rows = await First(query, StatesOf(tab), most + 1).ToListAsync(ct);
        var page = Page.Cut(rows, most, row => [$"{row.Level}", row.Number]);
        return TypedResults.Ok(page.Showing(await views.Of(page.Items, ct)));
    }

    private static async Task<Ok<AlertView>> Get(
        AlertId id,
        SenseDb db,
        AlertViews views,
        HttpContext http,
        CancellationToken ct
    )
    {
        var alert = await Find(id, db, ct);
        Revisions.Show(http, alert.Revision);
        return TypedResults.Ok(await views.Of(alert, ct));
    }

    internal static async Task<Alert> Find(AlertId id, SenseDb db, CancellationToken ct) =>
        await db.Alerts.FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw Refused.NotFound("alert.unknown");

    private static AlertState[] StatesOf(string tab) =>
        tab switch
        {
            "todo" => [AlertState.New, AlertState.Acknowledged],
            "mine" => [AlertState.Acknowledged],
            "handed-over" => [AlertState.InCase],
            "dismissed" => [AlertState.Dismissed, AlertState.Withdrawn, AlertState.Expired, AlertState.Suppressed],
            _ => throw Refused.Invalid("request.unknown-value", "tab"),
        };

    private static IQueryable<Alert> OfTab(IQueryable<Alert> alerts, string tab, PersonId? me) =>
        tab == "mine" ? alerts.Where(a => a.AcknowledgedBy == me) : alerts;

    /// <summary>The first of each state, then of all: each is read in the order of its index, and never more than shown.</summary>
    private static IQueryable<Alert> First(IQueryable<Alert> alerts, AlertState[] states, int most) =>
        Ordered(
                states
                    .Select(state => Ordered(alerts.Where(a => a.State == state)).Take(most))
                    .Aggregate((all, one) => all.Concat(one))
            )
            .Take(most);

    private static IQueryable<Alert> Ordered(IQueryable<Alert> alerts) =>
        alerts.OrderBy(a => a.Level).ThenByDescending(a => a.Number);

    private static IQueryable<Alert> After(IQueryable<Alert> alerts, string? cursor)
    {
        if (Page.Key(cursor, 2) is not [var digit, var number])
            return alerts;
        if (!int.TryParse(digit, NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            throw Refused.Invalid("request.cursor-malformed", "cursor");
        return alerts.Where(a => a.Level > level || (a.Level == level && string.Compare(a.Number, number) < 0));
    }
}
