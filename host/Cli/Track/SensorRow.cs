using System.Text.Json;
using Fourfold.Geo;
using Fourfold.Tracking.Fusion;

namespace Fourfold.Cli.Track;

/// <summary>A radar as a scenario or a sensor file describes it: metres, degrees, seconds, plots a square kilometre and turn.</summary>
internal static class SensorRow
{
    private const double SquareMetresInKilometre = 1e6;

    /// <summary>
    /// Reads a row that is a radar, or carries some as its <c>sensors</c>; false when one of them is none. What in a list is
    /// another sensor (an AIS receiver) is passed over.
    /// </summary>
    /// <param name="row">An object.</param>
    /// <param name="radars">By name; null for a row without any.</param>
    public static bool TryReadAll(JsonElement row, out IReadOnlyList<(string Name, RadarSensor Radar)>? radars)
    {
        radars = null;
        var isOne = IsRadar(row);
        if (!isOne && !(row.TryGetProperty("sensors", out var list) && list.ValueKind == JsonValueKind.Array))
            return true;
        var known = new List<(string, RadarSensor)>();
        foreach (var one in isOne ? [row] : row.GetProperty("sensors").EnumerateArray().Where(IsRadar))
        {
            if (!TryReadNamed(one, out var name, out var radar))
                return false;
            known.Add((name, radar!));
        }

        radars = known;
        return true;
    }

    private static bool IsRadar(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object
        && row.TryGetProperty("type", out var kind)
        && kind.ValueKind == JsonValueKind.String
        && kind.ValueEquals("radar");

    private static bool TryReadNamed(JsonElement row, out string name, out RadarSensor? radar)
    {
        name = row.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() ?? "" : "";
        return TryRead(row, Number(row, "lat", double.NaN), Number(row, "lon", double.NaN), out radar)
            && name.Length > 0;
    }

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
