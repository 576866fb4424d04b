using System.Net.Http.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Identity;

[Trait("Needs", "Store")]
public sealed class SessionTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("0898-12345678")]
    public async Task A_session_bears_the_telephone_of_the_duty_room_when_there_is_one(string? phone)
    {
        await using var box = await FourfoldBox.Start(services =>
        {
            services.RunNoLoops();
            services.Configure<DutyRoomOptions>(o => o.Phone = phone);
        });
        await box.Person("li.na", null, Roles.Responder);
        var session = await (await box.Browser().SignIn("li.na", purpose: Purposes.FieldWork)).Body();
        Assert.Equal(phone, session.GetProperty("dutyPhone").GetString());
    }

    [Fact]
    public async Task A_person_signs_in_works_under_one_post_and_purpose_and_signs_out()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        Assert.Equal("session.none", await (await browser.GetAsync("/api/v1/session")).Problem(401));

        var signedIn = await (await browser.SignIn("LI.NA")).Body();
        Assert.Equal("li.na", signedIn.GetProperty("person").GetProperty("userName").GetString());
        Assert.Equal(Roles.DutyOfficer, signedIn.GetProperty("post").GetProperty("role").GetString());
        Assert.Equal("海南省", signedIn.GetProperty("post").GetProperty("area").GetProperty("name").GetString());
        Assert.Equal(Purposes.SeaWatch, signedIn.GetProperty("purpose").GetString());
        Assert.Contains(
            Permission.AlertsAnswer,
            signedIn.GetProperty("permissions").EnumerateArray().Select(p => p.GetString())
        );

        var changed = await browser.PutAsJsonAsync("/api/v1/session/purpose", new { purpose = Purposes.CaseWork });
        Assert.Equal(Purposes.CaseWork, (await changed.Body()).GetProperty("purpose").GetString());
        Assert.Equal(
            Purposes.CaseWork,
            (await (await browser.GetAsync("/api/v1/session")).Body()).GetProperty("purpose").GetString()
        );

        await (await browser.DeleteAsync("/api/v1/session")).Body(204);
        Assert.Equal("session.none", await (await browser.GetAsync("/api/v1/session")).Problem(401));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_dies_with_the_session()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = box.Url };
        var cookie = (await client.SignIn("li.na")).Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        await (await client.GetAsync("/api/v1/session")).Body();
        await (await client.DeleteAsync("/api/v1/session")).Body(204);
        Assert.Equal("session.none", await (await client.GetAsync("/api/v1/session")).Problem(401));
    }

    [Fact]
    public async Task Work_of_one_person_is_not_taken_under_the_session_of_another()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        var person = (await (await browser.SignIn("li.na")).Body()).GetProperty("person").GetProperty("id").GetString();
        browser.DefaultRequestHeaders.Add("Fourfold-Person", person);
        await (await browser.GetAsync("/api/v1/session")).Body();

        browser.DefaultRequestHeaders.Remove("Fourfold-Person");
        browser.DefaultRequestHeaders.Add("Fourfold-Person", Guid.CreateVersion7().ToString());
        Assert.Equal("session.other-person", await (await browser.GetAsync("/api/v1/units")).Problem(401));
        var commands = await browser.PostAsJsonAsync("/api/v1/commands", new { commands = Array.Empty<object>() });
        Assert.Equal("session.other-person", await commands.Problem(401));
    }

    [Fact]
    public async Task A_session_lasts_ten_hours_from_its_last_use()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        await (await browser.SignIn("li.na")).Body();
        for (var i = 0; i < 3; i++)
        {
            box.Clock.Advance(TimeSpan.FromHours(6));
            await (await browser.GetAsync("/api/v1/session")).Body();
        }
        box.Clock.Advance(TimeSpan.FromHours(10.1));
        Assert.Equal("session.none", await (await browser.GetAsync("/api/v1/session")).Problem(401));
    }

    [Fact]
    public async Task A_secondment_ends_by_itself_and_its_session_with_it()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("wang.wei", box.Clock.GetUtcNow() + TimeSpan.FromHours(1), Roles.Responder);
        using var browser = box.Browser();
        await (await browser.SignIn("wang.wei", purpose: Purposes.FieldWork)).Body();
        box.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("session.none", await (await browser.GetAsync("/api/v1/session")).Problem(401));
        Assert.Equal("session.post-missing", await (await browser.SignIn("wang.wei")).Problem(403));
    }

    [Fact]
    public async Task Wrong_name_wrong_password_and_locked_account_look_the_same_and_are_audited()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        Assert.Equal("session.refused", await (await browser.SignIn("nobody")).Problem(401));
        for (var i = 0; i < 5; i++)
            Assert.Equal("session.refused", await (await browser.SignIn("li.na", "wrong")).Problem(401));
        Assert.Equal("session.refused", await (await browser.SignIn("li.na")).Problem(401)); // Locked now.
        box.Clock.Advance(TimeSpan.FromMinutes(5.1));
        await (await browser.SignIn("li.na")).Body();
        var refused = await box.Inside(services =>
            services.GetRequiredService<KernelDb>().AuditRows.Where(r => r.Action == "session.refused").CountAsync()
        );
        Assert.Equal(7, refused);
    }

    [Fact]
    public async Task Guessing_is_slowed_by_name()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        using var browser = box.Browser();
        for (var i = 0; i < 10; i++)
            await (await browser.SignIn("nobody", "guess")).Problem(401);
        Assert.Equal("session.too-many-attempts", await (await browser.SignIn("nobody", "guess")).Problem(429));
        box.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("session.refused", await (await browser.SignIn("nobody", "guess")).Problem(401));
    }

    [Fact]
    public async Task Another_purpose_is_said_in_words()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        Assert.Equal(
            "session.purpose-note-missing",
            await (await browser.SignIn("li.na", purpose: Purposes.Other)).Problem(422)
        );
        await (await browser.SignIn("li.na", purpose: Purposes.Other, note: "演练")).Body();
    }

    [Fact]
    public async Task Unsafe_requests_from_another_origin_are_refused()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var browser = box.Browser();
        await (await browser.SignIn("li.na")).Body();
        using var forged = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        forged.Headers.Add("Origin", "https://evil.example");
        Assert.Equal("request.other-origin", await (await browser.SendAsync(forged)).Problem(403));
        using var own = new HttpRequestMessage(HttpMethod.Delete, "/api/v1/session");
        own.Headers.Add("Origin", box.Url.GetLeftPart(UriPartial.Authority));
        await (await browser.SendAsync(own)).Body(204);
    }

    [Fact]
    public async Task The_first_administrator_is_made_once_by_the_printed_link()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        var link = await box.Services.GetRequiredService<SetupLinks>().CreateIfNeeded(default);
        using var browser = box.Browser();
        var none = await (await browser.GetAsync("/api/v1/session")).Body(401);
        Assert.True(none.GetProperty("parameters").GetProperty("setupNeeded").GetBoolean());
        await (await browser.GetAsync("/api/v1" + link)).Body();

        var request = new
        {
            userName = "root",
            displayName = "管理员",
            password = People.Password,
        };
        Assert.Equal(
            "setup.link-void",
            await (await browser.PostAsJsonAsync("/api/v1/setup/wrong", request)).Problem(404)
        );
        Assert.Equal(
            "person.password-weak",
            await (await browser.PostAsJsonAsync("/api/v1" + link, request with { password = "short" })).Problem(422)
        );
        // Twice at once, as an impatient finger does: one administrator.
        var twins = await Task.WhenAll(
            browser.PostAsJsonAsync("/api/v1" + link, request),
            browser.PostAsJsonAsync("/api/v1" + link, request with { userName = "twin" })
        );
        Assert.Equal([201, 404], twins.Select(t => (int)t.StatusCode).Order());
        Assert.Equal(1, await box.Inside(s => s.GetRequiredService<KernelDb>().People.CountAsync()));
        Assert.Null(await box.Services.GetRequiredService<SetupLinks>().CreateIfNeeded(default));

        var made = await box.Inside(s => s.GetRequiredService<KernelDb>().People.SingleAsync());
        var session = await (await browser.SignIn(made.UserName!, purpose: Purposes.Administration)).Body();
        Assert.Equal(Roles.Administrator, session.GetProperty("post").GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_start_link_signs_in_once()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("demo.duty", null, Roles.DutyOfficer);
        var link = box.Services.GetRequiredService<StartLinks>().Create("demo.duty", Purposes.SeaWatch);
        using var browser = box.Browser();
        var followed = await browser.GetAsync(link);
        Assert.Equal("/", followed.Headers.Location?.ToString());
        await (await browser.GetAsync("/api/v1/session")).Body();
        using var second = box.Browser();
        Assert.Equal("start.link-void", await (await second.GetAsync(link)).Problem(404));
    }
}
