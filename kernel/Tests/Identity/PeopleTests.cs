using System.Net.Http.Headers;
using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Identity;

[Trait("Needs", "Store")]
public sealed class PeopleTests
{
    private static readonly TestActor Administrator = new(Roles.Administrator, Purpose: Purposes.Administration);
    private static readonly TestActor Security = new(Roles.SecurityOfficer, Purpose: Purposes.Security);

    [Fact]
    public async Task An_administrator_adds_a_person_with_a_post_who_then_signs_in()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var client = box.As(Administrator);
        var unit = await box.Unit("469023101");
        var id = await Add(client, "fu.dayong");
        var person = await (
            await client.PostAsJsonAsync(
                $"/api/v1/people/{id}/posts",
                new { unitId = unit.Value, role = Roles.Responder }
            )
        ).Body(201);
        Assert.Equal("469023101", person.GetProperty("posts")[0].GetProperty("area").GetProperty("path").GetString());
        using var browser = box.Browser();
        await (await browser.SignIn("fu.dayong", purpose: Purposes.FieldWork)).Body();
        Assert.Equal(
            "person.user-name-taken",
            await (
                await client.PostAsJsonAsync(
                    "/api/v1/people",
                    new
                    {
                        userName = "FU.dayong",
                        displayName = "x",
                        password = People.Password,
                    }
                )
            ).Problem(422)
        );
    }

    [Fact]
    public async Task One_person_cannot_hold_two_of_the_three_administrators_posts_nor_see_content_beside_one()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var client = box.As(Administrator);
        var unit = await box.Unit();
        var id = await Add(client, "two.hats");
        Task<HttpResponseMessage> Give(string role) =>
            client.PostAsJsonAsync($"/api/v1/people/{id}/posts", new { unitId = unit.Value, role });
        await (await Give(Roles.Auditor)).Body(201);
        Assert.Equal("post.roles-apart", await (await Give(Roles.Administrator)).Problem(409));
        Assert.Equal("post.roles-apart", await (await Give(Roles.DutyOfficer)).Problem(409));
    }

    [Fact]
    public async Task Switching_a_person_off_or_ending_the_post_ends_the_session_at_once()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var client = box.As(Administrator);
        foreach (var how in new[] { "person", "post", "password" })
        {
            var id = await box.Person($"leaver.{how}", null, Roles.DutyOfficer);
            using var browser = box.Browser();
            var session = await (await browser.SignIn($"leaver.{how}")).Body();
            var post = session.GetProperty("post").GetProperty("id").GetString();
            using var change = how switch
            {
                "person" => await client.PutAsJsonAsync(
                    $"/api/v1/people/{id}",
                    new
                    {
                        displayName = "x",
                        active = false,
                        expectedRevision = 0,
                    }
                ),
                "post" => await client.PutAsJsonAsync(
                    $"/api/v1/posts/{post}",
                    new { until = box.Clock.GetUtcNow().AddMilliseconds(1), expectedRevision = 0 }
                ),
                _ => await client.PostAsJsonAsync(
                    $"/api/v1/people/{id}/password",
                    new { password = "another long one" }
                ),
            };
            Assert.True(change.IsSuccessStatusCode, how);
            box.Clock.Advance(TimeSpan.FromMilliseconds(2));
            Assert.Equal("session.none", await (await browser.GetAsync("/api/v1/session")).Problem(401));
        }
    }

    [Fact]
    public async Task Every_look_at_people_leaves_an_audit_row()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var client = box.As(Administrator);
        var id = await box.Person("li.na", null, Roles.DutyOfficer);
        await (await client.GetAsync("/api/v1/people?q=li")).Body();
        await (await client.GetAsync($"/api/v1/people/{id}")).Body();
        var looks = await box.Inside(services =>
            services
                .GetRequiredService<KernelDb>()
                .AuditRows.Where(r => r.Action == "people.listed" || r.Action == "person.read")
                .Select(r => new { r.Action, r.Purpose })
                .ToListAsync()
        );
        Assert.Equal(2, looks.Count);
        Assert.All(looks, l => Assert.Equal(Purposes.Administration, l.Purpose));
    }

    [Fact]
    public async Task An_api_key_acts_within_its_scopes_and_area_until_it_is_revoked()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var security = box.As(Security);
        var issued = await (await Issue(security, box, [Permission.DirectoryRead])).Body(201);
        var secret = issued.GetProperty("secret").GetString();
        Assert.StartsWith("ff_", secret, StringComparison.Ordinal);
        using var program = box.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        await (await program.GetAsync("/api/v1/areas")).Body();
        Assert.Equal("permission.missing", await (await program.GetAsync("/api/v1/jobs")).Problem(403));

        var list = await (await security.GetAsync("/api/v1/api-keys")).Content.ReadAsStringAsync();
        Assert.DoesNotContain(secret!, list, StringComparison.Ordinal);
        var id = issued.GetProperty("id").GetString();
        await (await security.DeleteAsync($"/api/v1/api-keys/{id}")).Body(204);
        Assert.Equal("api-key.refused", await (await program.GetAsync("/api/v1/areas")).Problem(401));
    }

    [Fact]
    public async Task An_api_key_expires_and_cannot_be_given_the_power_to_make_people()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var security = box.As(Security);
        Assert.Equal(
            "api-key.scope-refused",
            await (await Issue(security, box, [Permission.PeopleWrite])).Problem(422)
        );
        var issued = await (await Issue(security, box, [Permission.DirectoryRead])).Body(201);
        using var program = box.Anonymous();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            issued.GetProperty("secret").GetString()
        );
        box.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("api-key.refused", await (await program.GetAsync("/api/v1/areas")).Problem(401));
    }

    private static Task<HttpResponseMessage> Issue(HttpClient client, FourfoldBox box, string[] scopes) =>
        client.PostAsJsonAsync(
            "/api/v1/api-keys",
            new
            {
                name = "chart plotter",
                scopes,
                areaCode = "46",
                purpose = Purposes.SeaWatch,
                expiresAt = box.Clock.GetUtcNow().AddDays(30),
            }
        );

    private static async Task<string> Add(HttpClient client, string userName) => (
            await (
                await client.PostAsJsonAsync(
                    "/api/v1/people",
                    new
                    {
                        userName,
                        displayName = userName,
                        password = People.Password,
                    }
                )
            ).Body(201)
        ).GetProperty("id").GetString()!; // The contract says so.
}
