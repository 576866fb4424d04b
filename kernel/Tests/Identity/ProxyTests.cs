using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Setup;
using Fourfold.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Identity;

/// <summary>Behind a TLS proxy on the same machine: who asks is who asked the proxy.</summary>
[Trait("Needs", "Store")]
public sealed class ProxyTests
{
    [Fact]
    public async Task One_guesser_behind_the_proxy_does_not_shut_the_door_for_everybody()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        // What the guesser wrote itself stands on the left and does not make it another.
        for (var i = 0; i < 30; i++)
            Assert.Equal("session.refused", await Guess(box, $"nobody{i}", $"203.0.113.{i}, 198.51.100.1", 401));
        Assert.Equal("session.too-many-attempts", await Guess(box, "nobody30", "198.51.100.1", 429));
        Assert.Equal("session.refused", await Guess(box, "nobody31", "198.51.100.2", 401));
    }

    [Fact]
    public async Task A_household_is_one_guesser_however_many_addresses_of_IPv6_it_has()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        for (var i = 0; i < 30; i++)
            Assert.Equal("session.refused", await Guess(box, $"nobody{i}", $"2001:db8:1:2::{i + 1:x}", 401));
        Assert.Equal("session.too-many-attempts", await Guess(box, "nobody30", "2001:db8:1:2:ffff::1", 429));
        Assert.Equal("session.refused", await Guess(box, "nobody31", "2001:db8:1:3::1", 401));
    }

    [Fact]
    public async Task The_cookie_of_a_session_by_TLS_travels_by_TLS_only()
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("li.na", null, Roles.DutyOfficer);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = box.Url };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var cookie = (await client.SignIn("li.na")).Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("203.0.113.1")]
    [InlineData("127.0.0.1")] // A proxy that passes on what the client claimed to be.
    public async Task What_is_open_to_this_machine_only_is_not_open_through_the_proxy(string from)
    {
        await using var box = await FourfoldBox.Start(services => services.RunNoLoops());
        await box.Person("demo.duty", null, Roles.DutyOfficer);
        var link = box.Services.GetRequiredService<StartLinks>().Create("demo.duty", Purposes.SeaWatch);
        using var client = box.Browser();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        Assert.Equal("session.none", await (await client.GetAsync("/metrics")).Problem(401));
        Assert.Equal("start.link-void", await (await client.GetAsync(link)).Problem(404));
    }

    private static async Task<string?> Guess(FourfoldBox box, string name, string from, int status)
    {
        using var client = box.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        return await (await client.SignIn(name, "guess")).Problem(status);
    }
}
