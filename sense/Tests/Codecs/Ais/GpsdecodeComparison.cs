using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Applications;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>Applications that we write, read by gpsdecode and by us: <c>--format gpsd</c> is what gpsd prints. Skipped where it is not installed.</summary>
public sealed class GpsdecodeComparison
{
    private const string Program = "/usr/bin/gpsdecode";
    private const int MessagesEach = 40;

    // See docs/reference/ais.md.
    private static readonly Dictionary<string, string> WhereGpsdErrs = new(StringComparer.Ordinal)
    {
        [nameof(SyntheticTargets)] = "targets",
        [nameof(WeatherWarning)] = "start",
    };

    private static readonly EqualityComparer<JsonElement> SameValue = EqualityComparer<JsonElement>.Create(
        JsonElement.DeepEquals
    );

    [Theory]
    [MemberData(nameof(ApplicationLaws.Names), MemberType = typeof(ApplicationLaws))]
    public async Task An_application_that_we_write_is_printed_as_gpsd_prints_it(string application)
    {
        Assert.SkipUnless(File.Exists(Program), $"{Program} is not here");
        var lines = new StringBuilder();
        for (var seed = 0; seed < MessagesEach; seed++)
        {
            lines.Append(ApplicationLaws.Lines(application, seed));
        }
        var theirs = await Gpsdecode(lines.ToString());
        var ours = Ours(lines.ToString());
        Assert.Equal(MessagesEach, ours.Count);
        var wrong = new List<string>();
        foreach (var expected in theirs)
        {
            var mmsi = expected.GetProperty("mmsi").GetUInt32();
            wrong.AddRange(Differences(expected, ours[mmsi], WhereGpsdErrs.GetValueOrDefault(application)));
        }
        Assert.True(theirs.Count > 0, "gpsdecode printed nothing");
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n{string.Join('\n', wrong.Take(10))}");
    }

    // Of two fields of one name, as gpsd prints "type" of 200/23, the first is compared with the first.
    private static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, string? except)
    {
        var ours = actual.EnumerateObject().ToLookup(field => field.Name, field => field.Value);
        foreach (var fields in expected.EnumerateObject().GroupBy(field => field.Name, field => field.Value))
        {
            if (
                fields.Key is not "device"
                && fields.Key != except
                && !fields.SequenceEqual(ours[fields.Key], SameValue)
            )
            {
                var (theirs, mine) = (string.Join(' ', fields), string.Join(' ', ours[fields.Key]));
                yield return $"{fields.Key} is {mine}, gpsd has {theirs} in {expected}";
            }
        }
    }

    private static async Task<List<JsonElement>> Gpsdecode(string lines)
    {
        var start = new ProcessStartInfo(Program, ["-j", "-u", "-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("did not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(lines);
        process.StandardInput.Close();
        var printed = await output;
        await errors;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return
        [
            .. printed
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Parse)
                .OfType<JsonElement>(),
        ];
    }

    // gpsd leaves out a comma in 1/19 and escapes no quote in 200/21 and 200/22.
    private static JsonElement? Parse(string line)
    {
        try
        {
            return JsonElement.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<uint, JsonElement> Ours(string lines)
    {
        var sink = new Sink();
        var reader = new AisReader();
        reader.Push(Encoding.ASCII.GetBytes(lines), 0, sink);
        return sink.ByMmsi;
    }

    private sealed class Sink : IAisSink
    {
        private readonly GpsdJson _json = new();
        private readonly byte[] _buffer = new byte[GpsdJson.MaxBytes];

        public Dictionary<uint, JsonElement> ByMmsi { get; } = [];

        public void Message(in AisMessage message) =>
            ByMmsi[message.Mmsi] = JsonElement.Parse(_buffer.AsSpan(0, _json.Write(in message, _buffer)));

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }
    }
}
