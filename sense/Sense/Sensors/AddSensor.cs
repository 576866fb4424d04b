using System.Text.RegularExpressions;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Sense.Sensors;

/// <summary>Adds a radar; the tracker listens to it at once when enabled.</summary>
internal static partial class AddSensor
{
    internal sealed record Request(
        string Key,
        string Name,
        double Latitude,
        double Longitude,
        RadarModel Model,
        int? AreaCode = null,
        int? SystemCode = null,
        bool Enabled = true,
        bool Simulated = false
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/sensors", Handle).WithName("AddSensor").WithTags("Sensors").Needs(Permission.FeedsWrite);

    private static async Task<Created<SensorView>> Handle(
        Request request,
        SenseDb db,
        SensorBook book,
        SenseSignals signals,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (await db.Sensors.CountAsync(ct) >= ListSensors.Most)
            throw new Refused("sensor.too-many", 409).With("maximum", ListSensors.Most);
        var now = db.Clock.GetUtcNow();
        var sensor = new Sensor
        {
            Id = Ids.New<SensorId>(db.Clock),
            Number = await db.Next("sensor", ct),
            Key = "",
            Name = "",
            Latitude = 0,
            Longitude = 0,
            Model = request.Model,
            Enabled = request.Enabled,
            Simulated = request.Simulated,
            CreatedAt = now,
            UpdatedAt = now,
        };
        await Fill(sensor, request, db, ct);
        db.Sensors.Add(sensor);
        db.Audit("sensor.added", "sensor", sensor.Id.ToString(), new { sensor.Key, sensor.Enabled });
        db.Tell("sensor", sensor.Id.ToString(), sensor.Revision, "added", "");
        await db.SaveChangesAsync(ct);
        signals.Sensors.RingAfter(http);
        Revisions.Show(http, sensor.Revision);
        return TypedResults.Created($"/api/v1/sensors/{sensor.Id}", SensorView.Of(sensor, book, null, now));
    }

    /// <summary>Takes over what was asked for, checked.</summary>
    internal static async Task Fill(Sensor sensor, Request request, SenseDb db, CancellationToken ct)
    {
        var key = request.Key.Trim();
        if (key.Length > Sensor.LongestKey || !KeyForm().IsMatch(key))
            throw Refused.Invalid("sensor.key-malformed", "key");
        if (await db.Sensors.AnyAsync(s => s.Key == key && s.Id != sensor.Id, ct))
            throw Refused.Invalid("sensor.key-taken", "key");
        var name = request.Name.Trim();
        if (name.Length is 0 or > Sensor.LongestName)
            throw Refused.Invalid("sensor.name-length", "name");
        if (!(Math.Abs(request.Latitude) <= 89 && Math.Abs(request.Longitude) <= 180))
            throw Refused.Invalid("request.position-range", "latitude");
        CheckCodes(request);
        if (
            request is { AreaCode: { } area, SystemCode: { } system }
            && await db.Sensors.AnyAsync(s => s.AreaCode == area && s.SystemCode == system && s.Id != sensor.Id, ct)
        )
            throw Refused.Invalid("sensor.code-taken", "systemCode");
        (sensor.Key, sensor.Name) = (key, name);
        (sensor.Latitude, sensor.Longitude) = (request.Latitude, request.Longitude);
        (sensor.AreaCode, sensor.SystemCode) = (request.AreaCode, request.SystemCode);
        sensor.Model = request.Model.Checked();
        (sensor.Enabled, sensor.Simulated) = (request.Enabled, request.Simulated);
    }

    private static void CheckCodes(Request request)
    {
        if (request.AreaCode is < 0 or > 255)
            throw Refused.Invalid("request.out-of-range", "areaCode").With("minimum", 0).With("maximum", 255);
        if (request.SystemCode is < 0 or > 255)
            throw Refused.Invalid("request.out-of-range", "systemCode").With("minimum", 0).With("maximum", 255);
        if (request.AreaCode is null != request.SystemCode is null)
            throw Refused.Invalid("sensor.code-half", "systemCode");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]*$")]
    private static partial Regex KeyForm();
}
