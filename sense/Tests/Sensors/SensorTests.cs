using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Sense.Tests.Feeds;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Sensors;

[Trait("Needs", "Store")]
public sealed class SensorTests
{
    private static readonly TestActor Engineer = new(Roles.Administrator, Purpose: Purposes.Administration);

    [Fact]
    public async Task A_radar_is_added_changed_and_removed_by_those_who_know_its_revision()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(Engineer);
        using var added = await client.PostAsJsonAsync("/api/v1/sensors", Draft());
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var sensor = await added.Content.ReadFromJsonAsync<JsonElement>();
        var path = $"/api/v1/sensors/{sensor.GetProperty("id").GetString()}";
        Assert.Equal(30, sensor.GetProperty("model").GetProperty("antennaHeightMetres").GetDouble());

        using var changed = await Put(client, path, Draft(name: "Hai'an"), 1);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var stale = await Put(client, path, Draft(), 1);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/sensors");
        Assert.Equal("Hai'an", list.GetProperty("items")[0].GetProperty("name").GetString());

        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        request.Headers.Add("If-Match", "\"2\"");
        using var removed = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        list = await client.GetFromJsonAsync<JsonElement>("/api/v1/sensors");
        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("key", "Xiu Ying", "sensor.key-malformed")]
    [InlineData("name", " ", "sensor.name-length")]
    [InlineData("latitude", 91.0, "request.position-range")]
    [InlineData("systemCode", 300, "request.out-of-range")]
    [InlineData("systemCode", null, "sensor.code-half")]
    [InlineData("model.periodSeconds", 0.1, "request.out-of-range")]
    [InlineData("model.maximumRangeMetres", 100, "request.out-of-range")]
    public async Task What_cannot_be_is_refused_with_its_field(string field, object? value, string code)
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(Engineer);
        var draft = Draft();
        if (field.Split('.') is [_, var inner])
            ((Dictionary<string, object?>)draft["model"]!)[inner] = value;
        else
            draft[field] = value;
        using var refused = await client.PostAsJsonAsync("/api/v1/sensors", draft);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_key_and_a_source_code_belong_to_one_radar()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(Engineer);
        using var first = await client.PostAsJsonAsync("/api/v1/sensors", Draft());
        using var sameKey = await client.PostAsJsonAsync("/api/v1/sensors", Draft());
        Assert.Equal("sensor.key-taken", await CodeOf(sameKey));
        var other = Draft();
        other["key"] = "haian";
        using var sameCode = await client.PostAsJsonAsync("/api/v1/sensors", other);
        Assert.Equal("sensor.code-taken", await CodeOf(sameCode));
    }

    [Fact]
    public async Task Who_may_look_may_not_change()
    {
        await using var box = await FourfoldBox.Start();
        using var officer = box.As(TestActor.DutyOfficer);
        using var refused = await officer.PostAsJsonAsync("/api/v1/sensors", Draft());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var coverage = await officer.GetAsync("/api/v1/sensors/coverage");
        Assert.Equal(HttpStatusCode.OK, coverage.StatusCode);
        using var mediator = box.As(new TestActor(Roles.Responder));
        using var blind = await mediator.GetAsync("/api/v1/sensors");
        Assert.Equal(HttpStatusCode.Forbidden, blind.StatusCode);
    }

    [Fact]
    public async Task Plots_over_udp_become_a_radar_track_that_names_its_radar()
    {
        await using var sea = await SeaBox.Start("udp://127.0.0.1:0?protocol=asterix");
        using var client = sea.Box.As(Engineer);
        var draft = Draft();
        ((Dictionary<string, object?>)draft["model"]!)["periodSeconds"] = 0.5;
        using var added = await client.PostAsJsonAsync("/api/v1/sensors", draft);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var at = await sea.Eventually(
            "the radar's feed listens",
            () => Task.FromResult(sea.Book.Running[1].ListeningAt as IPEndPoint),
            known => known is not null
        );
        using var stop = new CancellationTokenSource();
        var turning = Turn(at!, stop.Token);
        var boats = await sea.Eventually("a radar track", sea.Vessels, found => found.Count == 1);
        Assert.Equal("radar-only", boats[0].GetProperty("source").GetString());
        Assert.Equal(JsonValueKind.Null, boats[0].GetProperty("mmsi").ValueKind);
        var track = await sea.Get($"tracks/{boats[0].GetProperty("trackId").GetString()}");
        Assert.Equal(32, track.GetProperty("dimensions").GetProperty("lengthMetres").GetInt32());
        var word = Assert.Single(track.GetProperty("feeds").EnumerateArray());
        Assert.Equal("radar", word.GetProperty("kind").GetString());
        Assert.Equal("Xiuying", word.GetProperty("sensorName").GetString());
        Assert.InRange(track.GetProperty("doubt").GetProperty("majorMetres").GetDouble(), 5, 500);
        var sensor = (await sea.Get("sensors", Engineer)).GetProperty("items")[0];
        Assert.Equal("live", sensor.GetProperty("status").GetProperty("state").GetString());
        Assert.True(sensor.GetProperty("status").GetProperty("plots").GetInt64() > 3);
        Assert.True(sensor.GetProperty("registration").GetProperty("turns").GetInt64() > 1);
        var view = (await sea.Get("sensors/coverage"))[0];
        Assert.Equal(361, view.GetProperty("outline").GetArrayLength());
        await stop.CancelAsync();
        await turning;
    }

    // A boat 8 km north of the radar, ten knots to the east, twice a second.
    private static async Task Turn(IPEndPoint to, CancellationToken ct)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        var began = DateTimeOffset.UtcNow;
        while (!ct.IsCancellationRequested)
        {
            var now = DateTimeOffset.UtcNow;
            var east = 5.1 * (now - began).TotalSeconds + 500;
            var azimuth = Math.Atan2(east, 8_000) * 180 / Math.PI;
            socket.SendTo(
                RadarSignals.SurfacePlot(now, Math.Sqrt(8_000 * 8_000 + east * east), azimuth, length: 32),
                to
            );
            await Task.Delay(500, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static Dictionary<string, object?> Draft(string name = "Xiuying") =>
        new()
        {
            ["key"] = "xiuying",
            ["name"] = name,
            ["latitude"] = 20.05,
            ["longitude"] = 110.15,
            ["model"] = new Dictionary<string, object?>(),
            ["areaCode"] = RadarSignals.AreaCode,
            ["systemCode"] = RadarSignals.SystemCode,
        };

    private static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<HttpResponseMessage> Put(HttpClient client, string path, object draft, int revision)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(draft) };
        request.Headers.Add("If-Match", $"\"{revision}\"");
        return await client.SendAsync(request);
    }
}
