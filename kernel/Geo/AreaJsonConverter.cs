using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fourfold.Geo;

/// <summary>
/// Carries an area as a GeoJSON geometry in requests, answers and JSON columns. A bad geometry throws
/// <see cref="JsonException"/> with the problem's code as its message and the place inside the geometry as its path.
/// </summary>
public sealed class AreaJsonConverter : JsonConverter<MultiPolygon>
{
    /// <inheritdoc/>
    public override MultiPolygon Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return GeoJson.TryReadArea(document.RootElement, out var area, out var problem) && area is not null
            ? area
            : throw new JsonException($"{problem?.Code} at {problem?.Path}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, MultiPolygon value, JsonSerializerOptions options) =>
        GeoJson.Write(writer, value);
}
