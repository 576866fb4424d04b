using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Sense.Tests.Zones;

[Trait("Needs", "Store")]
public sealed class ZoneTests
{
    private static readonly double[][] Square =
    [
        [110.2, 20.1],
        [110.4, 20.1],
        [110.4, 20.2],
        [110.2, 20.2],
        [110.2, 20.1],
    ];

    [Fact]
    public async Task A_zone_is_drawn_redrawn_and_removed_by_those_who_know_its_revision()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        using var drawn = await client.PostAsJsonAsync("/api/v1/zones", Draft(Square));
        Assert.Equal(HttpStatusCode.Created, drawn.StatusCode);
        Assert.Equal("\"1\"", drawn.Headers.ETag!.Tag);
        var zone = await drawn.Content.ReadFromJsonAsync<JsonElement>();
        var path = $"/api/v1/zones/{zone.GetProperty("id").GetString()}";
        Assert.Equal("46", zone.GetProperty("areaCode").GetString());

        using var redrawn = await Put(client, path, Draft(Square, kind: "closed"), 1);
        Assert.Equal(HttpStatusCode.OK, redrawn.StatusCode);
        using var stale = await Put(client, path, Draft(Square), 1);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var problem = await stale.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("revision.stale", problem.GetProperty("code").GetString());
        Assert.Equal("closed", problem.GetProperty("current").GetProperty("kind").GetString());
        using var blind = await client.PutAsJsonAsync(path, Draft(Square));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blind.StatusCode);

        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        request.Headers.Add("If-Match", "\"2\"");
        using var removed = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_zone_of_one_county_is_not_seen_from_the_next()
    {
        await using var box = await FourfoldBox.Start();
        using var haikou = box.As(TestActor.DutyOfficer with { AreaPath = "4601" });
        using var sanya = box.As(TestActor.DutyOfficer with { AreaPath = "4602" });
        using var drawn = await haikou.PostAsJsonAsync("/api/v1/zones", Draft(Square));
        var id = (await drawn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var seen = await sanya.GetAsync($"/api/v1/zones/{id}");
        Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
        Assert.Empty(
            (await sanya.GetFromJsonAsync<JsonElement>("/api/v1/zones")).GetProperty("items").EnumerateArray()
        );
        Assert.Single(
            (await haikou.GetFromJsonAsync<JsonElement>("/api/v1/zones")).GetProperty("items").EnumerateArray()
        );
    }

    public static TheoryData<string, double[][]> WrongShapes() =>
        new()
        {
            {
                "geojson.ring-not-closed",
                [
                    [110.2, 20.1],
                    [110.4, 20.1],
                    [110.4, 20.2],
                    [110.2, 20.2],
                ]
            },
            {
                "geojson.position-out-of-range",
                [
                    [110.2, 95],
                    [110.4, 20.1],
                    [110.4, 20.2],
                    [110.2, 95],
                ]
            },
            {
                "geojson.ring-too-short",
                [
                    [110.2, 20.1],
                    [110.4, 20.1],
                    [110.2, 20.1],
                ]
            },
            {
                "zone.crosses-itself",
                [
                    [110.2, 20.1],
                    [110.4, 20.2],
                    [110.4, 20.1],
                    [110.2, 20.2],
                    [110.2, 20.1],
                ]
            },
            {
                "zone.crosses-itself",
                [
                    [110.2, 20.1],
                    [110.4, 20.1],
                    [110.3, 20.1],
                    [110.3, 20.2],
                    [110.2, 20.1],
                ]
            },
            {
                "zone.too-small",
                [
                    [110.2, 20.1],
                    [110.20001, 20.1],
                    [110.20001, 20.10001],
                    [110.2, 20.1],
                ]
            },
            { "zone.too-many-vertices", Circle(1_001) },
        };

    [Theory]
    [MemberData(nameof(WrongShapes))]
    public async Task A_shape_that_cannot_be_a_zone_is_refused(string code, double[][] ring)
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        using var answer = await client.PostAsJsonAsync("/api/v1/zones", Draft(ring));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_circle_of_a_thousand_corners_is_a_zone_and_a_point_is_none()
    {
        await using var box = await FourfoldBox.Start();
        using var client = box.As(TestActor.DutyOfficer);
        using var circle = await client.PostAsJsonAsync("/api/v1/zones", Draft(Circle(1_000)));
        Assert.Equal(HttpStatusCode.Created, circle.StatusCode);
        var point = new { type = "Point", coordinates = new[] { 110.2, 20.1 } };
        using var refused = await client.PostAsJsonAsync(
            "/api/v1/zones",
            new
            {
                name = "x",
                kind = "watch",
                geometry = point,
            }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var nobody = box.As(new TestActor(Roles.Responder));
        using var forbidden = await nobody.PostAsJsonAsync("/api/v1/zones", Draft(Square));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    internal static object Draft(double[][] ring, string kind = "watch", string name = "waters off the pier") =>
        new
        {
            name,
            kind,
            geometry = new { type = "Polygon", coordinates = new[] { ring } },
            active = true,
        };

    private static double[][] Circle(int corners)
    {
        var ring = new double[corners + 1][];
        for (var i = 0; i < corners; i++)
        {
            var (sin, cos) = Math.SinCos(i * Math.Tau / corners);
            ring[i] = [110.3 + (0.1 * cos), 20.1 + (0.1 * sin)];
        }
        ring[corners] = ring[0];
        return ring;
    }

    private static async Task<HttpResponseMessage> Put(HttpClient client, string path, object draft, int revision)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(draft) };
        request.Headers.Add("If-Match", $"\"{revision}\"");
        return await client.SendAsync(request);
    }
}
