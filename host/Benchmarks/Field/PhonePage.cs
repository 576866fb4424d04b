using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Field;

/// <summary>The field app in Chromium on a slow phone and a slow line: until it can be used at first, again, and without a network.</summary>
/// <remarks>400 kbit/s both ways and 400 ms a round trip, as slow 3G is usually taken; the processor four times slower than this one.</remarks>
internal static class PhonePage
{
    private const string UserName = "bench-worker";

    private sealed record Result(double First, double SignedIn, double Again, double Offline, double Kilobytes);

    public static async Task Run(FourfoldBox box, TextWriter to, CancellationToken ct)
    {
        if (Browser.Missing("field") is { } missing)
        {
            to.WriteLine($"  the field app in Chromium: left out, {missing}");
            return;
        }
        await Browser.AddPerson(box, UserName, Roles.GridWorker, ct);
        if (await Browser.Run<Result>("phone.mjs", box, UserName, [], ct) is not { } result)
        {
            to.WriteLine("  the field app in Chromium: failed");
            return;
        }
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"  the field app, slow 3G, processor 4 × slower: sign-in can be used after {result.First / 1e3:0.0} s ({result.Kilobytes:0} kB), the work after {result.SignedIn / 1e3:0.0} s more; opened again after {result.Again / 1e3:0.0} s, without a network after {result.Offline / 1e3:0.0} s (bar: 5 s at first)"
            )
        );
    }
}
