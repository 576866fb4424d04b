using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Testing;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Kernel.Tests.Identity;

/// <summary>Every route of the running server, found by asking it: nothing is open by forgetting.</summary>
[Trait("Needs", "Store")]
public sealed partial class RouteTests
{
    // Whoever opens a route to anyone adds it here and says why where it is declared.
    private static readonly string[] Open =
    [
        "DELETE /api/v1/session",
        "GET /api/v1/session",
        "GET /api/v1/setup/{token}",
        "GET /health/live",
        "GET /health/ready",
        "GET /my-grid/asked/{secret}",
        "GET /my-grid/{token}",
        "GET /openapi/{documentName}.json",
        "GET /start/{token}",
        "POST /api/v1/session",
        "POST /api/v1/setup/{token}",
        "POST /my-grid/asked/{secret}",
        "POST /my-grid/asked/{secret}/solved",
        "POST /my-grid/{token}",
    ];

    [Fact]
    public async Task Every_route_declares_who_may_use_it()
    {
        await using var box = await FourfoldBox.Start();
        var routes = Routes(box);
        Assert.True(routes.Count > 40, $"only {routes.Count} routes were found");
        Assert.Empty(routes.Where(r => r.Declared != 1).Select(r => r.Name));
        Assert.Equal(
            Open,
            routes.Where(r => r.Access.Anyone is not null).Select(r => r.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            routes.Where(r => r.Access.Anyone is not null),
            r => Assert.True(r.Access.Anyone!.Length > 20, $"{r.Name}: the reason is no reason")
        );
        Assert.All(
            routes.Where(r => r.Access.Permission is not null),
            r => Assert.Contains(r.Access.Permission, Permission.All)
        );
    }

    [Fact]
    public async Task Nobody_gets_in_anywhere_else()
    {
        await using var box = await FourfoldBox.Start();
        using var nobody = box.Anonymous();
        nobody.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1"); // Not a neighbour on this machine.
        foreach (var route in Routes(box).Where(r => r.Access.Anyone is null))
            Assert.Equal((route.Name, "session.none"), (route.Name, await Ask(nobody, route, 401)));
    }

    [Fact]
    public async Task A_role_without_the_permission_is_refused()
    {
        await using var box = await FourfoldBox.Start();
        using var powerless = box.As(new TestActor("no-such-role"));
        powerless.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
        foreach (var route in Routes(box).Where(r => r.Access.Permission is not null))
            Assert.Equal((route.Name, "permission.missing"), (route.Name, await Ask(powerless, route, 403)));
    }

    // Not the rules' table against itself: what each role gets at the door, route by route.
    [Fact]
    public async Task Every_role_is_refused_wherever_its_permissions_do_not_reach()
    {
        await using var box = await FourfoldBox.Start();
        var routes = Routes(box).Where(r => r.Access.Permission is not null).ToList();
        var tried = 0;
        foreach (var role in Roles.All)
        {
            var may = RolePermissions.Of(role);
            using var client = box.As(new TestActor(role, Purpose: Purposes.Other));
            client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.1");
            foreach (var route in routes.Where(r => !may.Contains(r.Access.Permission!))) // Present, see above.
            {
                Assert.Equal(
                    (role, route.Name, "permission.missing"),
                    (role, route.Name, await Ask(client, route, 403))
                );
                tried++;
            }
        }
        Assert.True(tried > 500, $"only {tried} were tried");
    }

    [Fact]
    public async Task Personal_data_is_refused_for_another_purpose()
    {
        await using var box = await FourfoldBox.Start();
        var personal = Routes(box).Where(r => r.Access.Purposes.Count > 0).ToList();
        Assert.Contains(personal, r => r.Name == "GET /api/v1/people");
        Assert.Contains(personal, r => r.Name == "GET /api/v1/files/{id}");
        foreach (var route in personal)
        {
            var role = Roles.All.First(r =>
                route.Access.Permission is not { } needed || RolePermissions.Of(r).Contains(needed)
            );
            var wrong = Purposes.All.First(p => p != Purposes.Other && !route.Access.Purposes.Contains(p));
            using var client = box.As(new TestActor(role, Purpose: wrong));
            Assert.Equal((route.Name, "purpose.missing"), (route.Name, await Ask(client, route, 403)));
        }
    }

    // A member that must be there and is not: said to the caller, and no fault of ours.
    [Fact]
    public async Task An_empty_body_never_makes_a_fault()
    {
        await using var box = await FourfoldBox.Start();
        var faults = new List<string>();
        var tried = 0;
        foreach (var route in Routes(box).Where(r => r.Method is "POST" or "PUT" && r.Access.Permission is not null))
        {
            var role = Roles.All.First(r => RolePermissions.Of(r).Contains(route.Access.Permission!)); // See above.
            var purpose = route.Access.Purposes.FirstOrDefault() ?? Purposes.Other;
            using var client = box.As(new TestActor(role, Purpose: purpose));
            using var body = new StringContent("{}", new MediaTypeHeaderValue(route.MediaType));
            using var response =
                route.Method == "PUT"
                    ? await client.PutAsync(route.Url, body)
                    : await client.PostAsync(route.Url, body);
            if ((int)response.StatusCode >= 500)
                faults.Add($"{route.Name} as {role}: {(int)response.StatusCode}");
            tried++;
        }
        Assert.Empty(faults);
        Assert.True(tried > 50, $"only {tried} were tried");
    }

    [Theory]
    [InlineData("GET", "/api/v1/no-such-thing", 404, "request.no-such-route")]
    [InlineData("PATCH", "/api/v1/areas", 405, "request.method-refused")]
    [InlineData("POST", "/api/v1/cases", 415, "request.media-type-refused")]
    public async Task What_fits_no_route_gets_a_problem_too(string method, string url, int status, string code)
    {
        await using var box = await FourfoldBox.Start();
        using var nobody = box.Anonymous();
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        if (method == "POST")
            request.Content = new StringContent("x", new MediaTypeHeaderValue("text/plain"));
        Assert.Equal(code, await (await nobody.SendAsync(request)).Problem(status));
    }

    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.SecurityOfficer)]
    [InlineData(Roles.Auditor)]
    public void An_administrator_of_any_kind_sees_no_content(string role)
    {
        string[] content =
        [
            Permission.PictureRead,
            Permission.AlertsRead,
            Permission.AlertsAnswer,
            Permission.ZonesRead,
            Permission.RulesRead,
            Permission.CasesRead,
            Permission.CasesOpen,
            Permission.WorkOrdersRead,
            Permission.WorkOrdersHandle,
            Permission.FilesRead,
            Permission.FilesWrite,
        ];
        Assert.Empty(RolePermissions.Of(role).Intersect(content));
    }

    [Fact]
    public void The_three_administrators_share_no_power()
    {
        string[] all = [Roles.Administrator, Roles.SecurityOfficer, Roles.Auditor];
        string[] power =
        [
            Permission.PeopleWrite,
            Permission.UnitsWrite,
            Permission.ApiKeysWrite,
            Permission.AuditRead,
            Permission.OutboxManage,
        ];
        Assert.All(power, p => Assert.Single(all, role => RolePermissions.Of(role).Contains(p)));
    }

    private static async Task<string?> Ask(HttpClient client, Route route, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Url);
        if (route.Method is "POST" or "PUT")
            request.Content = new StringContent("{}", new MediaTypeHeaderValue(route.MediaType));
        using var response = await client.SendAsync(request);
        Assert.True((int)response.StatusCode == status, $"{route.Name}: {(int)response.StatusCode}, not {status}");
        // The answer to a HEAD has no body that could say why.
        if (route.Method == "HEAD")
            return status == 401 ? "session.none" : "permission.missing";
        return await response.Problem(status);
    }

    private static List<Route> Routes(FourfoldBox box) =>
        [
            .. box
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .SelectMany(e =>
                    (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => Route.Of(m, e))
                )
                .OrderBy(r => r.Name, StringComparer.Ordinal),
        ];

    private sealed record Route(
        string Method,
        string Pattern,
        string Url,
        Access Access,
        int Declared,
        string MediaType
    )
    {
        public string Name => $"{Method} {Pattern}";

        public static Route Of(string method, RouteEndpoint endpoint)
        {
            var pattern = "/" + endpoint.RoutePattern.RawText?.Trim('/');
            var declared = endpoint.Metadata.GetOrderedMetadata<Access>();
            return new Route(
                method,
                pattern,
                Parameter().Replace(pattern, "00000000-0000-7000-8000-000000000001"),
                declared.Count > 0 ? declared[^1] : new Access(null, null, []),
                declared.Count,
                endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes[0] ?? "application/json"
            );
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
