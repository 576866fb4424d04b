using System.Text;
using System.Text.Json;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Gpsd;
using Fourfold.Codecs.Nmea;
using Xunit;

namespace Fourfold.Sense.Tests.Codecs.Ais;

/// <summary>What gpsd and libais keep beside their own samples, against what we make of the samples.</summary>
public sealed class OtherOracles
{
    // Between gpsd 3.22 and the editions that wrote these files the words for 9–15 changed.
    private static readonly string[] Reworded = ["device", "epfd_text"];

    // Of these the load has editions that the sample never had: another application, pressure or kind of fix.
    private static readonly (int Type, uint Mmsi)[] ChangedByHand = [(8, 366999712), (8, 992509977), (19, 367059850)];

    [Theory]
    [InlineData("gpsd-sample.aivdm", "gpsd-sample.aivdm.ju.chk")]
    [InlineData("gpsd-ais-nmea.log", "gpsd-ais-nmea.log.chk")]
    [InlineData("gpsd-ais-18-27.log", "gpsd-ais-18-27.log.chk")]
    [InlineData("gpsd-ais_unpack_sixbit.log", "gpsd-ais_unpack_sixbit.log.chk")]
    public void Every_message_of_gpsds_own_checks_is_among_ours(string recording, string check)
    {
        var ours = Read(recording).Messages.ToLookup(one => one.Key, one => one.Json);
        var compared = 0;
        foreach (var line in Recordings.Lines(check).Where(IsAis))
        {
            var expected = JsonElement.Parse(line);
            Assert.True(
                ours[Key(expected)].Any(actual => Holds(actual, expected, Reworded)),
                $"{line}\nis none of\n{string.Join('\n', ours[Key(expected)].Take(5))}"
            );
            compared++;
        }
        Assert.True(compared > 0, "the file holds no message");
    }

    [Fact]
    public void The_synthetic_load_of_gpsd_is_among_ours_where_it_is_of_our_sample()
    {
        // Written by an edition that read one bit too many of the radio state, showed reserved bits and kept spaces.
        string[] changed = [.. Reworded, "radio", "text", "part", "regional", "reserved", "assigned"];
        var ours = Read("gpsd-sample.aivdm").Messages.ToLookup(one => one.Key, one => one.Json);
        var (found, missing) = (0, new List<string>());
        foreach (var line in Recordings.Lines("gpsd-synthetic-ais.json").Where(IsAis))
        {
            var expected = JsonElement.Parse(line);
            if (ours[Key(expected)].Any(actual => Holds(actual, expected, changed)))
            {
                found++;
            }
            else if (ours.Contains(Key(expected)) && !ChangedByHand.Contains(Key(expected)))
            {
                missing.Add(line);
            }
        }
        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.True(found >= 40, $"only {found} were compared");
    }

    [Theory]
    [InlineData("libais-typeexamples.nmea", "libais-typeexamples.json")]
    [InlineData("libais-tagblock.nmea", "libais-tagblock.json")]
    public void The_examples_of_libais_say_the_same_in_units(string recording, string examples)
    {
        var ours = Read(recording).Messages.ToLookup(one => one.Key);
        var compared = 0;
        foreach (var line in Recordings.Lines(examples))
        {
            var expected = JsonElement.Parse(line);
            Assert.Contains(ours[Key(expected)], actual => SameInUnits(actual, expected));
            compared++;
        }
        Assert.True(compared >= 4, "too few were compared");
    }

    private static bool SameInUnits(Printed ours, JsonElement expected)
    {
        var type = expected.GetProperty("type").GetInt32();
        var degrees = type is 17 or 22 or 23 or 27 ? 600.0 : 600_000.0;
        return Near("lon", degrees)
            && Near("lat", degrees)
            && Near("speed", type == 27 ? 1 : 10)
            && Near("course", type == 27 ? 1 : 10)
            && Near("heading", 1)
            && Near("second", 1)
            && Near("draught", 10)
            && Near("to_bow", 1)
            && Near("dest_mmsi", 1)
            && Same("shipname")
            && Same("callsign")
            && Same("destination")
            && Tags();

        bool Near(string name, double steps) =>
            !expected.TryGetProperty(name, out var theirs)
            || !ours.Json.TryGetProperty(name, out var raw)
            || Math.Abs(theirs.GetDouble() * steps - raw.GetDouble())
                <= Math.Max(0.51, Math.Abs(raw.GetDouble()) * 1e-6);

        bool Same(string name) =>
            !expected.TryGetProperty(name, out var theirs)
            || string.Equals(
                theirs.GetString()?.TrimEnd(),
                ours.Json.GetProperty(name).GetString(),
                StringComparison.Ordinal
            );

        bool Tags() =>
            !expected.TryGetProperty("tagblock_station", out var station)
            || (
                station.GetString() == ours.Station
                && expected.GetProperty("tagblock_T").GetString() == ours.TimeText
                && expected.GetProperty("tagblock_timestamp").GetDateTimeOffset().ToUnixTimeMilliseconds()
                    == ours.TimeUnixMs
            );
    }

    private static bool IsAis(string line) => line.StartsWith("{\"class\":\"AIS\"", StringComparison.Ordinal);

    private static (int Type, uint Mmsi) Key(JsonElement one) =>
        (one.GetProperty("type").GetInt32(), one.GetProperty("mmsi").GetUInt32());

    // Of a position report shorter than 168 bits gpsd shifts what is left of the radio state: a number without a meaning.
    private static bool Holds(JsonElement actual, JsonElement expected, string[] except) =>
        expected
            .EnumerateObject()
            .Where(field => !except.Contains(field.Name))
            .Where(field => field.Name != "radio" || actual.TryGetProperty("radio", out _))
            .All(field =>
                actual.TryGetProperty(field.Name, out var value) && JsonElement.DeepEquals(value, field.Value)
            );

    private static Sink Read(string recording)
    {
        var sink = new Sink();
        var reader = new AisReader();
        reader.Push(Recordings.Read(recording), 0, sink);
        reader.EndOfSource(0, sink);
        return sink;
    }

    private sealed record Printed(JsonElement Json, string Station, string TimeText, long? TimeUnixMs)
    {
        public (int Type, uint Mmsi) Key => OtherOracles.Key(Json);
    }

    private sealed class Sink : IAisSink
    {
        private readonly GpsdJson _json = new();
        private readonly byte[] _buffer = new byte[GpsdJson.MaxBytes];

        public List<Printed> Messages { get; } = [];

        public void Message(in AisMessage message) =>
            Messages.Add(
                new Printed(
                    JsonElement.Parse(_buffer.AsSpan(0, _json.Write(in message, _buffer))),
                    Encoding.ASCII.GetString(message.Origin.Station),
                    Encoding.ASCII.GetString(message.Origin.Tags.TimeText),
                    message.Origin.TimeUnixMs
                )
            );

        public void Sentence(in NmeaSentence sentence) { }

        public void Dropped(in NmeaDrop drop) { }
    }
}
