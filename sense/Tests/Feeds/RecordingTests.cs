using System.Text.Json;
using Fourfold.Sense.Tests.Codecs;
using Xunit;

namespace Fourfold.Sense.Tests.Feeds;

/// <summary>Real recordings sent to a real port, counted against other people's decoders.</summary>
[Trait("Needs", "Store")]
public sealed class RecordingTests
{
    private static readonly int[] PositionTypes = [1, 2, 3, 4, 9, 18, 19, 21, 27];

    [Fact]
    public async Task Every_recording_plays_to_its_end_and_its_vessels_are_those_independent_decoders_find()
    {
        var names = Recordings.Names().Select(row => row.Data).ToList();
        var (gpsd, either) = (new HashSet<long>(), new HashSet<long>());
        await using var sea = await SeaBox.Start();
        var bytes = 0L;
        foreach (var name in names)
        {
            var recording = Recordings.Read(name);
            gpsd.UnionWith(MmsisOf(name, "gpsd"));
            either.UnionWith(MmsisOf(name, "libais"));
            await sea.Send(recording);
            bytes += recording.Length;
        }
        either.UnionWith(gpsd);
        await sea.Eventually(
            "all bytes read",
            sea.FeedStatus,
            status =>
                status.GetProperty("bytes").GetInt64() == bytes && status.GetProperty("state").GetString() == "lost"
        );
        var seen = await sea.Eventually(
            $"{gpsd.Count} vessels",
            async () => (await sea.Vessels()).Select(MmsiOf).ToHashSet(),
            found => found.Count >= gpsd.Count
        );
        // gpsd refuses some talkers that libais reads, so the truth lies between the two.
        Assert.Empty(gpsd.Except(seen));
        Assert.Empty(seen.Except(either));
    }

    [Fact]
    public async Task An_hour_sent_at_once_shows_each_vessel_once()
    {
        const string name = "aisparser-SAR.log";
        var recording = Recordings.Read(name);
        await using var sea = await SeaBox.Start();
        await sea.Send(recording);
        await sea.Eventually("read", sea.FeedStatus, s => s.GetProperty("bytes").GetInt64() == recording.Length);
        var expected = MmsisOf(name, "gpsd").Count;
        var shown = await sea.Eventually("all vessels", sea.Vessels, all => all.Count >= expected);
        // A few numbers in it are truly used at two places.
        Assert.InRange(shown.Count, expected, expected * 105 / 100);
    }

    // A ship whose transponder was never given a number says 0.
    private static long MmsiOf(JsonElement vessel) =>
        vessel.GetProperty("mmsi") is { ValueKind: JsonValueKind.Number } mmsi ? mmsi.GetInt64() : 0;

    private static HashSet<long> MmsisOf(string name, string decoder)
    {
        var found = new HashSet<long>();
        foreach (var line in Recordings.Oracle(name, decoder))
        {
            using var json = JsonDocument.Parse(line);
            if (
                json.RootElement.TryGetProperty("msg", out var message)
                && message.TryGetProperty(decoder == "gpsd" ? "type" : "id", out var type)
                && PositionTypes.Contains(type.GetInt32())
                && HasPosition(message, type.GetInt32(), decoder)
            )
                found.Add(message.GetProperty("mmsi").GetInt64());
        }
        return found;
    }

    // 181° and 91° mean "not available". gpsd is unscaled (type 27 in tenths of a minute), libais gives degrees.
    private static bool HasPosition(JsonElement message, int type, string decoder)
    {
        var (longitude, latitude) = decoder == "gpsd" ? ("lon", "lat") : ("x", "y");
        if (!message.TryGetProperty(longitude, out var x) || !message.TryGetProperty(latitude, out var y))
            return false;
        var scale =
            decoder != "gpsd" ? 1.0
            : type == 27 ? 600
            : 600_000;
        var mmsi = message.GetProperty("mmsi").GetInt64();
        return Math.Abs(x.GetDouble()) <= 180 * scale
            && Math.Abs(y.GetDouble()) <= 90 * scale
            && mmsi is >= 0 and <= 999_999_999
            && (mmsi > 0 || type is 1 or 2 or 3 or 18 or 19 or 27);
    }
}
