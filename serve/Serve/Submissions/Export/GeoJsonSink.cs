using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Fourfold.Serve.Submissions.Export;

/// <summary>RFC 7946: a feature each, at the place of filling, with the answers as they are.</summary>
internal sealed class GeoJsonSink(Stream output) : IRowSink
{
    private const int FlushBytes = 65_536;

    private readonly Utf8JsonWriter json = new(
        output,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }
    );

    public string ContentType => "application/geo+json";

    public Task Begin(IReadOnlyList<string> fields, CancellationToken ct)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);
        return json.FlushAsync(ct);
    }

    public ValueTask Row(Submission submission, JsonElement answers, CancellationToken ct)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, submission.Id.Value);
        Place(submission);
        json.WriteStartObject("properties"u8);
        json.WriteNumber("version"u8, submission.Version);
        json.WriteString("area"u8, submission.AreaPath);
        json.WriteString("grid"u8, submission.Grid?.ToString());
        json.WriteString("filledBy"u8, submission.FilledBy.Value);
        json.WriteString("filledAt"u8, submission.FilledAt.UtcDateTime);
        json.WriteString("receivedAt"u8, submission.ReceivedAt.UtcDateTime);
        json.WritePropertyName("answers"u8);
        answers.WriteTo(json);
        json.WriteStartArray("masked"u8);
        foreach (var path in submission.Masked)
            json.WriteStringValue(path);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return json.BytesPending < FlushBytes ? ValueTask.CompletedTask : new ValueTask(json.FlushAsync(ct));
    }

    public async Task End(CancellationToken ct)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
        await json.DisposeAsync();
    }

    private void Place(Submission submission)
    {
        if (submission.Position is not { } place)
        {
            json.WriteNull("geometry"u8);
            return;
        }
        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, "Point"u8);
        json.WriteStartArray("coordinates"u8);
        json.WriteNumberValue(place.Longitude);
        json.WriteNumberValue(place.Latitude);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
