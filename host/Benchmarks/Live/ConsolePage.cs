using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Live;

/// <summary>The console's sea page in Chromium, before the same server under the same load: what reaches a person's eyes.</summary>
/// <remarks>
/// The browser draws in software and shares the cores with sender and server. The bare map is the same page without its
/// live worker, panned in the same run: the peer for the main thread's time.
/// </remarks>
internal static class ConsolePage
{
    private const string UserName = "bench-officer";
    private const string Password = "bench-officer-on-loopback";
    private static readonly string[] Browsers =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Panning(double MillisecondsAFrame, double FramesASecond);

    private sealed record Result(
        long Changes,
        double P50,
        double P99,
        double Worst,
        int LongTasks,
        int LongTasksPanning,
        double Longest,
        Panning Live,
        Panning Bare
    );

    /// <summary>Why it cannot be measured here, or null.</summary>
    public static string? Missing =>
        Browser is null ? "Chromium is not installed"
        : !File.Exists(Repository.At("web/console/dist/index.html")) ? "the console is not built (./fourfold build)"
        : !Directory.Exists(Repository.At("web/node_modules/playwright-core")) ? "playwright-core is not installed"
        : null;

    private static string? Browser => Browsers.FirstOrDefault(File.Exists);

    /// <summary>Measures while somebody else keeps the reports coming.</summary>
    public static async Task Run(FourfoldBox box, TimeSpan measured, TextWriter to, CancellationToken ct)
    {
        await AddOfficer(box, ct);
        var start = new ProcessStartInfo("node")
        {
            ArgumentList =
            {
                Repository.At("web/e2e/bench/console.mjs"),
                $"http://{box.Url.Authority}",
                UserName,
                Password,
                Browser!, // Missing was asked before.
                measured.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            },
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        var said = await node.StandardOutput.ReadToEndAsync(ct);
        await node.WaitForExitAsync(ct);
        if (node.ExitCode != 0 || JsonSerializer.Deserialize<Result>(said, Json) is not { } result)
        {
            to.WriteLine($"  the console in Chromium: failed with {node.ExitCode}");
            return;
        }
        Print(result, to);
    }

    // As an administrator does it: a person, and a post in a unit of the province.
    private static async Task AddOfficer(FourfoldBox box, CancellationToken ct)
    {
        using var administrator = box.As(new TestActor(Roles.Administrator, Purpose: Purposes.Administration));
        var unit = await Add(
            administrator,
            "/api/v1/units",
            new
            {
                name = "bench",
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
                userName = UserName,
                displayName = UserName,
                password = Password,
            },
            ct
        );
        await Add(administrator, $"/api/v1/people/{person}/posts", new { unitId = unit, role = Roles.DutyOfficer }, ct);
    }

    private static async Task<string?> Add(HttpClient client, string path, object what, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(what) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString();
    }

    private static void Print(Result result, TextWriter to)
    {
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  the console in Chromium (1920 × 1080, drawn in software): {result.Changes:N0} changes on screen, p50 {result.P50:0}, p99 {result.P99:0}, worst {result.Worst:0} ms after the report was written"
            )
        );
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  long tasks: {result.LongTasks} while watching, {result.LongTasksPanning} while panning, longest {result.Longest:0} ms"
            )
        );
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  main thread a drawn frame, panning: {result.Live.MillisecondsAFrame:0.0} ms at {result.Live.FramesASecond:0.0} frames/s; bare map {result.Bare.MillisecondsAFrame:0.0} ms at {result.Bare.FramesASecond:0.0}; ratio {result.Live.MillisecondsAFrame / result.Bare.MillisecondsAFrame:0.00}"
            )
        );
    }
}
