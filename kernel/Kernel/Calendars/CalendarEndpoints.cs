using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Calendars;

/// <summary>Shows and sets the days that are not what their weekday says.</summary>
internal static class CalendarEndpoints
{
    private const int MaximumName = 60;

    internal sealed record CalendarView(string Id, int Year, int UtcOffsetMinutes, IReadOnlyList<SetDay> Days);

    internal sealed record Request(bool Working, string? Name = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/calendars/{id}", Read)
            .WithName("ReadCalendar")
            .WithTags("Calendars")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.CalendarsRead);
        api.MapPut("/calendars/{id}/days/{date}", Change)
            .WithName("SetCalendarDay")
            .WithTags("Calendars")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.CalendarsWrite);
    }

    private static async Task<Ok<CalendarView>> Read(
        string id,
        int? year,
        WorkingDays calendar,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        RequireKnown(id);
        var shown = year ?? clock.GetUtcNow().ToOffset(WorkingDays.Offset).Year;
        var minutes = (int)WorkingDays.Offset.TotalMinutes;
        return TypedResults.Ok(new CalendarView(id, shown, minutes, await calendar.Year(shown, ct)));
    }

    private static async Task<Ok<SetDay>> Change(
        string id,
        string date,
        Request request,
        KernelDb db,
        WorkingDays calendar,
        CancellationToken ct
    )
    {
        RequireKnown(id);
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw Refused.Invalid("calendar.date-malformed", "date");
        if (request.Name?.Length > MaximumName)
            throw Refused.Invalid("calendar.name-length", "name").With("maximum", MaximumName);
        var row = await db.CalendarDays.FirstOrDefaultAsync(d => d.Calendar == id && d.Date == day, ct);
        if (row is null)
            db.CalendarDays.Add(
                new CalendarDay
                {
                    Calendar = id,
                    Date = day,
                    Working = request.Working,
                    Name = request.Name,
                }
            );
        else
            (row.Working, row.Name) = (request.Working, request.Name);
        db.Audit("calendar.day-set", "calendar", $"{id}/{date}", new { request.Working });
        db.WhenCommitted(calendar.Forget);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new SetDay(day, request.Working, request.Name));
    }

    private static void RequireKnown(string id)
    {
        if (id != WorkingDays.China)
            throw Refused.NotFound("calendar.unknown");
    }
}
