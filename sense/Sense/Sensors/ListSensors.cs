using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Sense.Cells;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Sensors;

/// <summary>All sensors by name. There are tens of them, so one page holds all.</summary>
internal static class ListSensors
{
    internal const int Most = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/sensors", Handle).WithName("ListSensors").WithTags("Sensors").Needs(Permission.FeedsRead);

    private static async Task<Ok<Page<SensorView>>> Handle(SenseDb db, SensorBook book, Cell cell, CancellationToken ct)
    {
        var rows = await db
            .Sensors.AsNoTracking()
            .OrderBy(s => s.Name)
            .ThenBy(s => s.Number)
            .Take(Most)
            .ToListAsync(ct);
        var known = cell.RadarKnowledge().ToDictionary(k => k.Number);
        var now = db.Clock.GetUtcNow();
        return TypedResults.Ok(
            new Page<SensorView>(
                [
                    .. rows.Select(row =>
                        SensorView.Of(row, book, known.TryGetValue(row.Number, out var k) ? k : null, now)
                    ),
                ],
                null
            )
        );
    }

    internal static async Task<Sensor> Find(SensorId id, SenseDb db, CancellationToken ct) =>
        await db.Sensors.FirstOrDefaultAsync(s => s.Id == id, ct) ?? throw Refused.NotFound("sensor.unknown");
}
