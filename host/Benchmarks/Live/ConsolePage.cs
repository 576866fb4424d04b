using System.Globalization;
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

    /// <summary>Measures while somebody else keeps the reports coming.</summary>
    public static async Task Run(FourfoldBox box, TimeSpan measured, TextWriter to, CancellationToken ct)
    {
        if (Browser.Missing("console") is { } missing)
        {
            to.WriteLine($"  the console in Chromium: left out, {missing}");
            return;
        }
        await Browser.AddPerson(box, UserName, Roles.DutyOfficer, ct);
        var seconds = measured.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        if (await Browser.Run<Result>("console.mjs", box, UserName, [seconds], ct) is { } result)
            Print(result, to);
        else
            to.WriteLine("  the console in Chromium: failed");
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
