using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Sense.Tests.Feeds;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Picture;

[Trait("Needs", "Store")]
public sealed class VesselTests
{
    [Fact]
    public async Task A_vessel_is_found_by_name_mmsi_call_sign_and_imo_and_by_ring()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(
            Sentences.Bytes(
                Sentences.Voyage(413_000_001, "HAI XING 7", "BQXY7", 9_123_456)
                    + Sentences.Position(413_000_001, 20.1, 110.3)
                    + Sentences.Voyage(413_000_002, "OCEAN STAR", "3EAB2", 9_654_321)
                    + Sentences.Position(413_000_002, 20.12, 110.3)
                    + Sentences.Position(563_418_000, 1.2, 103.8)
            )
        );
        await sea.Eventually("three vessels", sea.Vessels, all => all.Count == 3);
        foreach (var question in (string[])["hai xing", "413000001", "bqxy7", "9123456"])
        {
            var found = (await sea.Get($"vessels?q={Uri.EscapeDataString(question)}")).GetProperty("items");
            Assert.Equal("HAI XING 7", Assert.Single(found.EnumerateArray()).GetProperty("name").GetString());
        }
        var far = Assert.Single((await sea.Get("vessels?ring=beyond")).GetProperty("items").EnumerateArray());
        Assert.Equal("SG", far.GetProperty("flag").GetString());
        Assert.Equal(JsonValueKind.Null, far.GetProperty("distanceToShoreMetres").ValueKind);
        Assert.Empty((await sea.Get("vessels?q=nobody")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_dossier_has_identity_voyage_size_feeds_and_the_way_so_far()
    {
        await using var sea = await SeaBox.Start();
        var stream = await sea.Connect();
        await stream.WriteAsync(
            Sentences.Bytes(Sentences.Voyage(413_000_001, "HAI XING 7") + Sentences.Position(413_000_001, 20.1, 110.3))
        );
        var seen = await sea.Eventually("the vessel", sea.Vessels, all => all.Count == 1);
        var dossier = await sea.Get($"tracks/{seen[0].GetProperty("trackId").GetString()}");
        Assert.Equal("cargo", dossier.GetProperty("shipClass").GetString());
        Assert.Equal("CN", dossier.GetProperty("flag").GetString());
        Assert.Equal("HAIKOU", dossier.GetProperty("voyage").GetProperty("destination").GetString());
        Assert.Equal(4.2, dossier.GetProperty("voyage").GetProperty("draughtMetres").GetDouble());
        Assert.Equal(80, dossier.GetProperty("dimensions").GetProperty("lengthMetres").GetInt32());
        Assert.Equal(
            20.1,
            Assert
                .Single(dossier.GetProperty("trail").EnumerateArray())
                .GetProperty("position")
                .GetProperty("latitude")
                .GetDouble(),
            4
        );
        Assert.Single(dossier.GetProperty("feeds").EnumerateArray());
        using var client = sea.Box.As(TestActor.DutyOfficer);
        using var unknown = await client.GetAsync($"/api/v1/tracks/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_land_and_the_rings_are_sent_once_and_then_only_confirmed()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        foreach (var map in (string[])["land", "rings"])
        {
            using var first = await client.GetAsync($"/api/v1/map/{map}");
            var json = await first.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("FeatureCollection", json.GetProperty("type").GetString());
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/map/{map}");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }
}
