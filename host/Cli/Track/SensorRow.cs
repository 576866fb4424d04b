using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>A radar as a scenario or a sensor file describes it: metres, degrees, seconds, plots a square kilometre and turn.</summary>
internal static class SensorRow
{
    private const double SquareMetresInKilometre = 1e6;

    /// <summary>Reads one; false when a number is not one or cannot be.</summary>
    public static bool TryRead(JsonElement row, double latitude, double longitude, out RadarSensor? radar)
    {
        var usual = new RadarSensor { Position = Position.FromDegrees(latitude: latitude, longitude: longitude) };
        radar = usual with
        {
            RangeDeviation = Number(row, "sig_r", usual.RangeDeviation),
            AzimuthDeviation = Degrees(row, "sig_az", usual.AzimuthDeviation),
            Period = Number(row, "period", usual.Period),
            DetectionProbability = Number(row, "pd", usual.DetectionProbability),
            MinimumRange = Number(row, "rmin", usual.MinimumRange),
            MaximumRange = Number(row, "rmax", usual.MaximumRange),
            RangeResolution = Number(row, "res_r", usual.RangeResolution),
            AzimuthResolution = Degrees(row, "res_az", usual.AzimuthResolution),
            ClutterFar = Number(row, "clut0", usual.ClutterFar * SquareMetresInKilometre) / SquareMetresInKilometre,
            ClutterNear = Number(row, "clut1", usual.ClutterNear * SquareMetresInKilometre) / SquareMetresInKilometre,
            ClutterDecay = Number(row, "clut_rc", usual.ClutterDecay),
            RangeBiasDeviation = Number(row, "bias_sig_r", usual.RangeBiasDeviation),
            AzimuthBiasDeviation = Degrees(row, "bias_sig_az", usual.AzimuthBiasDeviation),
            TimeBiasDeviation = Number(row, "bias_sig_t", usual.TimeBiasDeviation),
        };
        return radar.Position.IsValid
            && radar.Period is > 0.1 and < 120
            && radar.RangeDeviation > 0
            && radar.AzimuthDeviation > 0
            && radar.DetectionProbability is > 0 and < 1
            && radar.MaximumRange is > 0 and < 500_000
            && radar.ClutterFar >= 0
            && radar.ClutterNear >= 0
            && radar.ClutterDecay > 0;
    }

    private static double Number(JsonElement row, string name, double usual) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : usual;

    private static double Degrees(JsonElement row, string name, double usual) =>
        Angle.FromDegrees(Number(row, name, Angle.ToDegrees(usual)));
}
