using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Sense.Sensors;

/// <summary>Changes a radar. Its tracks are found again within some turns; those of AIS go on.</summary>
internal static class ChangeSensor
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/sensors/{id}", Handle).WithName("ChangeSensor").WithTags("Sensors").Needs(Permission.FeedsWrite);

    private static async Task<Ok<SensorView>> Handle(
        SensorId id,
        AddSensor.Request request,
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
        await AddSensor.Fill(sensor, request, db, ct);
        sensor.UpdatedAt = db.Clock.GetUtcNow();
        sensor.Revision++;
        db.Audit("sensor.changed", "sensor", id.ToString(), new { sensor.Key, sensor.Enabled });
        db.Tell("sensor", id.ToString(), sensor.Revision, "changed", "");
        await db.SaveChangesAsync(ct);
        signals.Sensors.RingAfter(http);
        Revisions.Show(http, sensor.Revision);
        return TypedResults.Ok(SensorView.Of(sensor, book, null, db.Clock.GetUtcNow()));
    }
}
