using System.Text.Json.Serialization;

namespace Fourfold.Contracts;

/// <summary>A position on the wire and in rows: degrees, WGS 84.</summary>
/// <param name="Latitude">−90 … 90, north positive.</param>
/// <param name="Longitude">−180 … 180, east positive.</param>
public readonly record struct GeoPoint(
    [property: JsonRequired] double Latitude,
    [property: JsonRequired] double Longitude
)
{
    /// <summary>Both finite and in range.</summary>
    [JsonIgnore]
    public bool IsValid => Math.Abs(Latitude) <= 90 && Math.Abs(Longitude) <= 180;
}
