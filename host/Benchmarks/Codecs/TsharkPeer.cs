using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Wireshark's dissector over a capture of the same blocks, printing the track numbers.</summary>
internal static class TsharkPeer
{
    // Named without the edition where tshark takes the latest by itself, with it where it was told to.
    private static readonly string[] Fields =
    [
        "asterix.048_161_TRN",
        "asterix.048_V1_31_161_TRN",
        "asterix.062_040_VALUE",
        "asterix.062_V1_19_040_VALUE",
    ];

    /// <summary>The contender, or null when tshark is not installed.</summary>
    /// <exception cref="InvalidOperationException">It finds other track numbers.</exception>
    public static Contender? Contender(List<byte[]> blocks, long trackNumbers)
    {
        var file = Path.Combine(Path.GetTempPath(), $"fourfold-{Environment.ProcessId}.pcap");
        File.WriteAllBytes(file, RadarTraffic.Pcap(blocks));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        var bytes = blocks.Sum(block => (long)block.Length);
        try
        {
            var theirs = Run(file);
            if (theirs != trackNumbers)
                throw new InvalidOperationException(
                    $"tshark's track numbers sum up to {theirs}, ours to {trackNumbers}"
                );
        }
        catch (Win32Exception)
        {
            return null;
        }
        return new Contender("tshark -T fields (two fields, a process)", () => Run(file) == trackNumbers ? bytes : 0);
    }

    private static long Run(string file)
    {
        var start = new ProcessStartInfo("tshark") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = ["-n", "-r", file, "-d", $"udp.port=={RadarTraffic.Port},asterix", "-T", "fields"];
        foreach (var argument in arguments.Concat(Fields.SelectMany(field => (string[])["-e", field])))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("tshark did not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        long sum = 0;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            foreach (var range in line.AsSpan().SplitAny(",\t"))
            {
                sum += Number(line.AsSpan(range));
            }
        }
        process.WaitForExit();
        return sum;
    }

    private static long Number(ReadOnlySpan<char> text)
    {
        var isHex = text.StartsWith("0x", StringComparison.Ordinal);
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return long.TryParse(isHex ? text[2..] : text, style, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
    }
}
