using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fourfold.Geo;

namespace Fourfold.Simulator.Strait;

/// <summary>The demonstration's places as a file that others can take in.</summary>
public static class StraitGeoJson
{
    // People read this file: Chinese as Chinese.
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A FeatureCollection of all zones, the ports and the hidden pier, with keys, names and kinds.</summary>
    public static string Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("label", "演示数据，区域与旧码头均为虚构");
            json.WriteStartArray("features");
            foreach (var zone in StraitPlaces.Zones)
            {
                Feature(json, zone.Key, zone.NameZh, zone.NameEn, zone.Kind, () => GeoJson.Write(json, zone.Area));
            }

            foreach (var port in StraitPlaces.Ports)
            {
                Feature(json, port.Key, port.NameZh, port.NameEn, "port", () => GeoJson.Write(json, port.Position));
            }

            var pier = StraitPlaces.HiddenPier;
            Feature(json, pier.Key, pier.NameZh, pier.NameEn, "pier", () => GeoJson.Write(json, pier.Position));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Feature(Utf8JsonWriter json, string key, string zh, string en, string kind, Action geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("key", key);
        json.WriteString("name", zh);
        json.WriteString("nameEn", en);
        json.WriteString("kind", kind);
        json.WriteBoolean("synthetic", true);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        geometry();
        json.WriteEndObject();
    }
}
