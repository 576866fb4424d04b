using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Demonstration;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Kernel.Tests.Identity;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Fourfold.Kernel.Tests.Units;

[Trait("Needs", "Store")]
public sealed class UnitTests
{
    private static readonly TestActor Administrator = new(Roles.Administrator, Purpose: Purposes.Administration);

    [Theory]
    [InlineData(20.03, 110.09, "police", "东水海岸派出所", "routing.sector")] // Off Dongshui.
    [InlineData(20.03, 110.09, "animal-health", "澄迈县动物卫生监督所", "routing.area")]
    [InlineData(20.03, 110.09, "coast-guard", "海警海口工作站", "routing.area")]
    [InlineData(20.03, 110.09, "customs", "海口海关缉私局", "routing.area")]
    [InlineData(17.0, 110.0, "police", "海岸派出所", "routing.nearest")] // High sea, beyond all sectors.
    public async Task A_place_at_sea_is_routed_to_the_unit_whose_it_is(
        double latitude,
        double longitude,
        string department,
        string unit,
        string why
    )
    {
        await using var box = await Seeded();
        using var client = box.As(TestActor.DutyOfficer);
        var answer = await (await client.GetAsync(Routing(latitude, longitude, department))).Body();
        Assert.Contains(unit, answer.GetProperty("chosen").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal(why, answer.GetProperty("why").GetProperty("code").GetString());
        Assert.InRange(answer.GetProperty("candidates").GetArrayLength(), 0, 5);
    }

    [Theory]
    [InlineData(19.55, 109.5, "routing.nearest-straight")] // 丹州 town, 30 km from the shore.
    [InlineData(20.05, 110.35, "routing.nearest")] // A street of 海口, by the sea.
    public async Task Inland_the_nearest_unit_is_the_one_straight_ahead(double latitude, double longitude, string why)
    {
        await using var box = await Seeded();
        await Add(box, "veterinary", "4603", 20, 110);
        using var client = box.As(TestActor.DutyOfficer);
        var answer = await (await client.GetAsync(Routing(latitude, longitude, "veterinary"))).Body();
        Assert.Equal(why, answer.GetProperty("why").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Off_the_coast_the_nearest_unit_is_the_one_with_the_shortest_way_along_it()
    {
        // A headland ten minutes wide and a degree long: one unit behind it, another farther up on this side.
        Position[] corners =
        [
            Position.FromDegrees(latitude: 19, longitude: 110),
            Position.FromDegrees(latitude: 19, longitude: 110.17),
            Position.FromDegrees(latitude: 20, longitude: 110.17),
            Position.FromDegrees(latitude: 20, longitude: 110),
        ];
        var land = new MultiPolygon(new Polygon(new LinearRing(corners)));
        await using var box = await FourfoldBox.Start(services =>
            services.Replace(ServiceDescriptor.Singleton(new Shoreline(land, 1_000)))
        );
        var behind = await Add(box, "police", "4603", 19.5, 110.16);
        var along = await Add(box, "police", "4603", 19.85, 110.01);
        using var client = box.As(TestActor.DutyOfficer);
        var answer = await (await client.GetAsync(Routing(19.5, 109.98, "police"))).Body();
        Assert.Equal(along, answer.GetProperty("chosen").GetProperty("id").GetString());
        Assert.Equal("routing.nearest", answer.GetProperty("why").GetProperty("code").GetString());
        var metres = answer.GetProperty("why").GetProperty("parameters").GetProperty("distanceMetres").GetDouble();
        Assert.InRange(metres, 41_000, 43_000);
        var other = Assert.Single(answer.GetProperty("candidates").EnumerateArray());
        Assert.Equal(behind, other.GetProperty("unit").GetProperty("id").GetString());
        Assert.InRange(other.GetProperty("distanceMetres").GetDouble(), 125_000, 135_000);
    }

    [Fact]
    public async Task A_place_on_the_border_of_two_sectors_goes_to_one_of_them_whoever_asks()
    {
        await using var box = await FourfoldBox.Start();
        var near = await Add(box, "police", "4603", 17.01, 110.0, Square(109.9, 110.0));
        await Add(box, "police", "4602", 17.5, 110.1, Square(110.0, 110.1));
        using var client = box.As(TestActor.DutyOfficer);
        for (var latitude = 16.91; latitude < 17.1; latitude += 0.03)
        {
            var answer = await (await client.GetAsync(Routing(latitude, 110.0, "police"))).Body();
            var again = await (await client.GetAsync(Routing(latitude, 110.0, "police"))).Body();
            Assert.Equal("routing.sector", answer.GetProperty("why").GetProperty("code").GetString());
            Assert.Equal(answer.ToString(), again.ToString());
        }
        var inside = await (await client.GetAsync(Routing(17, 109.95, "police"))).Body();
        Assert.Equal(near, inside.GetProperty("chosen").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_department_without_units_has_no_routing()
    {
        await using var box = await Seeded();
        using var client = box.As(TestActor.DutyOfficer);
        var answer = await (await client.GetAsync(Routing(20, 110, "fire-brigade"))).Body();
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("chosen").ValueKind);
        Assert.Equal("routing.none", answer.GetProperty("why").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_demonstration_has_one_account_a_role_and_seeding_again_adds_nothing()
    {
        await using var box = await Seeded();
        var accounts = box.Services.GetRequiredService<DemonstrationAccounts>().Take();
        Assert.Equal(
            Roles.All.Order(StringComparer.Ordinal),
            accounts.Select(a => a.Role).Order(StringComparer.Ordinal)
        );
        await box.Services.GetRequiredService<DemonstrationSeeder>().Seed(default);
        Assert.Empty(box.Services.GetRequiredService<DemonstrationAccounts>().Take());

        var responder = accounts.Single(a => a.Role == Roles.Responder);
        using var browser = box.Browser();
        var session = await (await browser.SignIn(responder.UserName, responder.Password, responder.Purpose)).Body();
        Assert.Contains(
            "东水",
            session.GetProperty("post").GetProperty("unit").GetProperty("name").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_administrator_moves_a_sector_and_the_routing_follows()
    {
        await using var box = await Seeded();
        using var client = box.As(Administrator);
        var request = new
        {
            name = "远海派出所",
            department = "police",
            areaCode = "4603",
            jurisdiction = new { areas = new[] { "4603" }, geometry = Square(109.9, 110.1) },
            position = new { latitude = 17.0, longitude = 110.0 },
        };
        var added = await (await client.PostAsJsonAsync("/api/v1/units", request)).Body(201);
        var answer = await (await client.GetAsync(Routing(17, 110, "police"))).Body();
        Assert.Equal("远海派出所", answer.GetProperty("chosen").GetProperty("name").GetString());
        Assert.Equal("routing.sector", answer.GetProperty("why").GetProperty("code").GetString());

        var id = added.GetProperty("id").GetString();
        using var stale = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/units/{id}")
        {
            Content = JsonContent.Create(request),
        };
        stale.Headers.Add("If-Match", "\"7\"");
        var refused = await (await client.SendAsync(stale)).Body(409);
        Assert.Equal("revision.stale", refused.GetProperty("code").GetString());
        Assert.Equal("远海派出所", refused.GetProperty("current").GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_bad_sector_is_refused_and_located()
    {
        await using var box = await Seeded();
        using var client = box.As(Administrator);
        var answer = await (
            await client.PostAsJsonAsync(
                "/api/v1/units",
                new
                {
                    name = "x",
                    department = "police",
                    areaCode = "46",
                    jurisdiction = new
                    {
                        areas = new[] { "46" },
                        geometry = new { type = "Polygon", coordinates = new[] { new[] { new[] { 110.0, 95.0 } } } },
                    },
                }
            )
        ).Body(422);
        Assert.Equal("jurisdiction.geometry", answer.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    private static object Square(double west, double east) =>
        new
        {
            type = "Polygon",
            coordinates = new[]
            {
                new[] { new[] { west, 16.9 }, [east, 16.9], [east, 17.1], [west, 17.1], [west, 16.9] },
            },
        };

    private static async Task<string?> Add(
        FourfoldBox box,
        string department,
        string area,
        double latitude,
        double longitude,
        object? geometry = null
    )
    {
        using var client = box.As(Administrator);
        var request = new
        {
            name = $"{department} {latitude} {longitude}",
            department,
            areaCode = area,
            jurisdiction = new { areas = Array.Empty<string>(), geometry },
            position = new { latitude, longitude },
        };
        var added = await (await client.PostAsJsonAsync("/api/v1/units", request)).Body(201);
        return added.GetProperty("id").GetString();
    }

    private static async Task<FourfoldBox> Seeded()
    {
        var box = await FourfoldBox.Start();
        await box.Services.GetRequiredService<DemonstrationSeeder>().Seed(default);
        return box;
    }

    private static string Routing(double latitude, double longitude, string department) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/api/v1/routing?latitude={latitude}&longitude={longitude}&department={department}"
        );
}
