using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;

namespace Fourfold.Benchmarks;

/// <summary>Chromium before a server that is measured, driven by a script of <c>web/e2e/bench</c>, and somebody to sign in.</summary>
internal static class Browser
{
    public const string Password = "somebody-on-loopback";
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static string? Found => Places.FirstOrDefault(File.Exists);

    /// <summary>Why an app, such as <c>console</c>, cannot be measured here, or null.</summary>
    public static string? Missing(string app) =>
        Found is null ? "Chromium is not installed"
        : !File.Exists(Repository.At($"web/{app}/dist/index.html")) ? $"web/{app} is not built (./fourfold build)"
        : !Directory.Exists(Repository.At("web/node_modules/playwright-core")) ? "playwright-core is not installed"
        : null;

    /// <summary>Runs a script with the server's address, a user name, the password, and what else it needs; null where it failed.</summary>
    public static async Task<T?> Run<T>(
        string script,
        FourfoldBox box,
        string userName,
        IEnumerable<string> more,
        CancellationToken ct
    )
        where T : class
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        string[] arguments =
        [
            Repository.At($"web/e2e/bench/{script}"),
            $"http://{box.Url.Authority}",
            userName,
            Password,
            Found!, // Missing was asked before.
            .. more,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        var said = await node.StandardOutput.ReadToEndAsync(ct);
        await node.WaitForExitAsync(ct);
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<T>(said, Json) : null;
    }

    /// <summary>Makes somebody as an administrator does it: a person, and a post in a unit of the province.</summary>
    public static async Task AddPerson(FourfoldBox box, string userName, string role, CancellationToken ct)
    {
        using var administrator = box.As(new TestActor(Roles.Administrator, Purpose: Purposes.Administration));
        var unit = await Add(
            administrator,
            "/api/v1/units",
            new
            {
                name = userName,
                department = "governance-centre",
                areaCode = "46",
                jurisdiction = new { areas = new[] { "46" } },
            },
            ct
        );
        var person = await Add(
            administrator,
            "/api/v1/people",
            new
            {
                userName,
                displayName = userName,
                password = Password,
            },
            ct
        );
        await Add(administrator, $"/api/v1/people/{person}/posts", new { unitId = unit, role }, ct);
    }

    private static async Task<string?> Add(HttpClient client, string path, object what, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(what) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString();
    }
}
