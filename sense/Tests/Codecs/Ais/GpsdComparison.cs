using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Every recording against what gpsdecode 3.22 made of it, field by field.</summary>
public sealed class GpsdComparison
{
    [Theory]
    [MemberData(nameof(Recordings.Names), MemberType = typeof(Recordings))]
    public void Every_message_of_gpsd_is_ours_with_the_same_fields(string recording)
    {
        var ours = Decode(Recordings.Read(recording));
        var wrong = new List<string>();
        var compared = 0;
        foreach (var text in Recordings.Oracle(recording, "gpsd"))
        {
            using var oracle = JsonDocument.Parse(text);
            var line = oracle.RootElement.GetProperty("line").GetInt64();
            var expected = oracle.RootElement.GetProperty("msg");
            compared++;
            if (!ours.TryGetValue(line, out var candidates) || Take(candidates, expected) is not { } actual)
            {
                wrong.Add($"line {line}: missing {expected}");
                continue;
            }
            // Of a position report shorter than 168 bits gpsd shifts what is left of the radio state: a number without a meaning.
            var known = recording == "gpsd-sample.aivdm" && line == 1098 ? "radio" : null;
            wrong.AddRange(Differences(expected, actual, known).Select(difference => $"line {line}: {difference}"));
        }
        Assert.True(compared > 0, "the oracle holds no message");
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n{string.Join('\n', wrong.Take(20))}");
    }

    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string? known)
    {
        foreach (var field in expected.EnumerateObject().Where(field => field.Name != known))
        {
            if (!actual.TryGetProperty(field.Name, out var value))
            {
                yield return $"{field.Name} is missing, gpsd has {field.Value} in {expected}";
            }
            else if (!JsonElement.DeepEquals(field.Value, value))
            {
                yield return $"{field.Name} is {value}, gpsd has {field.Value} in {expected}";
            }
        }
        foreach (var field in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(field.Name, out _))
            {
                yield return $"{field.Name} is not in {expected}";
            }
        }
    }

    // Two sentences may share a line: the first of the same sender and type is meant.
    private static JsonElement? Take(List<JsonElement> candidates, JsonElement expected)
    {
        var index = candidates.FindIndex(candidate =>
            Same(candidate, expected, "mmsi") && Same(candidate, expected, "type")
        );
        if (index < 0)
        {
            return null;
        }
        var found = candidates[index];
        candidates.RemoveAt(index);
        return found;
    }

    private static bool Same(JsonElement one, JsonElement other, string field) =>
        JsonElement.DeepEquals(one.GetProperty(field), other.GetProperty(field));

    private static Dictionary<long, List<JsonElement>> Decode(byte[] recording)
    {
        var sink = new JsonSink();
        var reader = new AisReader();
        reader.Push(recording, 0, sink);
        reader.EndOfSource(0, sink);
        return sink.ByLine;
    }

    private sealed class JsonSink : IAisSink
    {
        private readonly GpsdJson _json = new();
        private readonly byte[] _buffer = new byte[GpsdJson.MaxBytes];

        public Dictionary<long, List<JsonElement>> ByLine { get; } = [];

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }

        public void Message(in AisMessage message)
        {
            var text = Encoding.UTF8.GetString(_buffer, 0, _json.Write(in message, _buffer));
            if (!ByLine.TryGetValue(message.Origin.Line, out var list))
            {
                ByLine[message.Origin.Line] = list = [];
            }
            list.Add(JsonElement.Parse(text));
        }
    }
}
