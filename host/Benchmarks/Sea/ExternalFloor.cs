using System.Diagnostics;
using System.Globalization;
using Fourfold.Benchmarks.Codecs;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Sea;

/// <summary>
/// A floor tracker in Python that others wrote, and <c>fourfold track</c> as the process it is, over one file in turns.
/// </summary>
/// <remarks>
/// Seconds of processor. Of the Python program those it says it needed itself, its reading and writing left out (its clock on
/// the wall is exchanged for that of the processor, and its libraries kept to one thread); of ours all, start and compiling
/// included. Both inherit this process's core.
/// </remarks>
internal sealed class ExternalFloor
{
    private const int Turns = 2;
    private const string Python = "/usr/bin/python3";

    private const string Script =
        "import os, runpy, sys, time\ntime.perf_counter = time.process_time\nsys.argv = [os.environ['FLOOR'], os.environ['FILE'], os.devnull, '0.2']\nsys.path.insert(0, os.path.dirname(sys.argv[0]))\nrunpy.run_path(sys.argv[0], run_name='__main__')";

    private readonly string _floor;

    private ExternalFloor(string floor) => _floor = floor;

    /// <summary>The one handed out beside the repository; null where that, Python or its libraries are not.</summary>
    public static ExternalFloor? Find()
    {
        var folder = Repository.SharedTools("tracking");
        var floor = folder is null ? "" : Path.GetFullPath(Path.Combine(folder, "floor.py"));
        if (!File.Exists(floor) || !File.Exists(Python))
        {
            return null;
        }

        using var check = Start("/bin/sh", "", "", "-c", $"{Python} -B -c 'import numpy, scipy' 2>/dev/null");
        check.WaitForExit();
        return check.ExitCode == 0 ? new ExternalFloor(floor) : null;
    }

    /// <summary>Rows a second of processor: theirs and ours, the better of two turns each.</summary>
    /// <exception cref="InvalidOperationException">One of them failed.</exception>
    public (double Theirs, double Ours) Race(string file, int rows)
    {
        var plain = file;
        if (file.EndsWith(".gz", StringComparison.Ordinal))
        {
            plain = Path.Combine(Path.GetTempPath(), $"fourfold-{Environment.ProcessId}.jsonl");
            using var packed = RecordedSeas.Open(file);
            using var to = File.Create(plain);
            packed.CopyTo(to);
        }

        try
        {
            var (theirs, ours) = (0.0, 0.0);
            for (var turn = 0; turn < Turns; turn++)
            {
                theirs = Math.Max(theirs, Theirs(plain));
                ours = Math.Max(ours, rows / Ours(plain));
            }

            return (theirs, ours);
        }
        finally
        {
            if (plain != file)
            {
                File.Delete(plain);
            }
        }
    }

    // Its last word is "N meas/s".
    private double Theirs(string file)
    {
        using var process = Start(Python, _floor, file, "-B", "-c", Script);
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var words = text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return process.ExitCode == 0 && words is [.., var rate, _]
            ? double.Parse(rate, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{_floor} ended with {process.ExitCode}: {text}");
    }

    private static double Ours(string file)
    {
        var began = CpuTime.EndedChildren();
        using var process = Start(
            "/bin/sh",
            "",
            file,
            "-c",
            $"{TrackSettings} dotnet \"$CLI\" track \"$FILE\" >/dev/null 2>&1"
        );
        process.WaitForExit();
        return process.ExitCode == 0
            ? CpuTime.EndedChildren() - began
            : throw new InvalidOperationException($"fourfold track ended with {process.ExitCode}");
    }

    // As ./fourfold starts it.
    private const string TrackSettings =
        "DOTNET_TieredPGO=0 DOTNET_TC_CallCountingDelayMs=0 DOTNET_TC_CallCountThreshold=100";

    private static Process Start(string program, string floor, string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FLOOR"] = floor;
        start.Environment["FILE"] = file;
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["OPENBLAS_NUM_THREADS"] = "1";
        start.Environment["CLI"] =
            Environment.GetEnvironmentVariable("cli") ?? Path.Combine(AppContext.BaseDirectory, "fourfold.dll");
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
    }
}
