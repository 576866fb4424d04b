using System.Text.Json.Serialization;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Tracking;

namespace Fourfold.Sense.Sensors;

/// <summary>A sensor as lists show it: what it is, how it does, and what was learned of it.</summary>
internal sealed record SensorView
{
    public required SensorId Id { get; init; }

    /// <summary>As feed URLs name it.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required double Latitude { get; init; }
    public required double Longitude { get; init; }
    public required RadarModel Model { get; init; }

    /// <summary>SAC of its ASTERIX messages, or null.</summary>
    [JsonRequired]
    public int? AreaCode { get; init; }

    /// <summary>SIC of its ASTERIX messages, or null.</summary>
    [JsonRequired]
    public int? SystemCode { get; init; }
    public required bool Enabled { get; init; }
    public required bool Simulated { get; init; }
    public required int Revision { get; init; }
    public required SensorStatusView Status { get; init; }

    /// <summary>What the tracker has learned of it; null until it works with it.</summary>
    [JsonRequired]
    public RegistrationView? Registration { get; init; }

    public static SensorView Of(Sensor row, SensorBook book, RadarKnowledge? known, DateTimeOffset now) =>
        new()
        {
            Id = row.Id,
            Key = row.Key,
            Name = row.Name,
            Latitude = row.Latitude,
            Longitude = row.Longitude,
            Model = row.Model,
            AreaCode = row.AreaCode,
            SystemCode = row.SystemCode,
            Enabled = row.Enabled,
            Simulated = row.Simulated,
            Revision = row.Revision,
            Status = SensorStatusView.Of(book.Find(row.Id)?.Health.Status(now, row.Model)),
            Registration = known is { Turns: > 0 } learned ? RegistrationView.Of(learned) : null,
        };
}

/// <summary>How a sensor is and what it has done since the server started.</summary>
internal sealed record SensorStatusView(
    [property: OneOf(typeof(SensorState))] string State,
    long Plots,
    DateTimeOffset? LastPlotAt,
    DateTimeOffset? LastMarkAt,
    double? PeriodSeconds,
    double? LagSeconds
)
{
    public static SensorStatusView Of(SensorStatus? status) =>
        status is { } known
            ? new(
                known.State.Code(),
                known.Plots,
                known.LastPlotAt,
                known.LastMarkAt,
                Rounded(known.PeriodSeconds),
                Rounded(known.LagSeconds)
            )
            : new(SensorState.Off.Code(), 0, null, null, null, null);

    private static double? Rounded(double? seconds) => seconds is { } s ? Math.Round(s, 3) : null;
}

/// <summary>The error that all ranges, all azimuths and all times of a radar share, as learned from where AIS says its echoes are.</summary>
internal sealed record RegistrationView(
    double RangeBiasMetres,
    double RangeBiasDeviationMetres,
    double AzimuthBiasDegrees,
    double AzimuthBiasDeviationDegrees,
    double TimeBiasSeconds,
    double TimeBiasDeviationSeconds,
    long Residuals,
    long Turns,
    long LatePlots
)
{
    public static RegistrationView Of(in RadarKnowledge known) =>
        new(
            Math.Round(known.RangeBias, 2),
            Math.Round(known.RangeBiasDeviation, 2),
            Math.Round(Angle.ToDegrees(known.AzimuthBias), 4),
            Math.Round(Angle.ToDegrees(known.AzimuthBiasDeviation), 4),
            Math.Round(known.TimeBias, 3),
            Math.Round(known.TimeBiasDeviation, 3),
            known.Residuals,
            known.Turns,
            known.Late
        );
}
