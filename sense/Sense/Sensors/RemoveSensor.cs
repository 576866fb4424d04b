using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Sensors;

/// <summary>Removes a radar. Its number is never given again, for observations carry it.</summary>
internal static class RemoveSensor
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/sensors/{id}", Handle)
            .WithName("RemoveSensor")
            .WithTags("Sensors")
            .Needs(Permission.FeedsWrite);

    private static async Task<NoContent> Handle(
        SensorId id,
        ExpectedRevision known,
        SenseDb db,
        SensorBook book,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        var expected = known.Of(null);
        var sensor = await ListSensors.Find(id, db, ct);
        if (sensor.Revision != expected)
            throw Refused.Stale(expected, sensor.Revision, SensorView.Of(sensor, book, null, db.Clock.GetUtcNow()));
        db.Sensors.Remove(sensor);
        db.Audit("sensor.removed", "sensor", id.ToString(), new { sensor.Key });
        db.Tell("sensor", id.ToString(), sensor.Revision, "removed", "");
        await db.SaveChangesAsync(ct);
        signals.Sensors.RingAfter(http);
        return TypedResults.NoContent();
    }
}
