using System.Diagnostics;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>A program that decodes a file; its whole life counts, with its start and all its threads.</summary>
internal sealed class DecoderProcess : Decoder
{
    /// <summary>The one the ratios are taken against.</summary>
    public const string Peer = "gpsdecode -j -u -s";

    // Debian's python3-ais, libais behind it.
    private const string LibaisScript =
        "import sys, ais.stream\nfor m in ais.stream.decode(open(sys.argv[1], errors='replace')): print(m['id'])";

    private const string PyaisScript =
        "import sys\nfrom pyais import FileReaderStream\nfor m in FileReaderStream(sys.argv[1]):\n    try: print(m.decode().msg_type)\n    except Exception: pass";

    // As ./fourfold starts it.
    private const string Fourfold =
        "DOTNET_TieredPGO=0 DOTNET_TC_CallCountingDelayMs=0 DOTNET_TC_CallCountThreshold=8000 dotnet \"$CLI\" decode";

    private static readonly (string Name, string Check, string Command)[] Known =
    [
        ("fourfold decode --format gpsd", "test -e \"$CLI\"", $"{Fourfold} --format gpsd \"$FILE\""),
        ("fourfold decode --format json", "test -e \"$CLI\"", $"{Fourfold} --format json \"$FILE\""),
        (Peer, "command -v gpsdecode", "gpsdecode -j -u -s <\"$FILE\""),
        (
            "libais (python3-ais)",
            "/usr/bin/python3 -c 'import ais.stream'",
            "/usr/bin/python3 -c \"$LIBAIS\" \"$FILE\""
        ),
        ("pyais", "/usr/bin/python3 -c 'import pyais'", "/usr/bin/python3 -c \"$PYAIS\" \"$FILE\""),
    ];

    private readonly string _command;
    private readonly string _file;

    private DecoderProcess(string name, string command, string file)
        : base(name, () => 0)
    {
        _command = command;
        _file = file;
    }

    /// <summary>Those that are installed.</summary>
    public static IEnumerable<Decoder> All(string file) =>
        Known.Where(IsInstalled).Select(known => new DecoderProcess(known.Name, known.Command, file));

    /// <summary>Names of those that are not.</summary>
    public static IEnumerable<string> Absent() => Known.Where(known => !IsInstalled(known)).Select(known => known.Name);

    // Counted here, outside the measured turns: reading a pipe would cost the program that writes it.
    public override void WarmUp() => Messages = Count($"{_command} 2>/dev/null | wc -l", _file);

    public override double Turn()
    {
        var began = CpuTime.EndedChildren();
        Shell($"{_command} >/dev/null 2>&1", _file).Dispose();
        return CpuTime.EndedChildren() - began;
    }

    private static bool IsInstalled((string Name, string Check, string Command) known)
    {
        using var check = Shell($"{known.Check} >/dev/null 2>&1", "");
        return check.ExitCode == 0;
    }

    private static long Count(string command, string file)
    {
        using var counting = Start(command, file);
        var text = counting.StandardOutput.ReadToEnd();
        counting.WaitForExit();
        return long.TryParse(text.Trim(), System.Globalization.CultureInfo.InvariantCulture, out var count) ? count : 0;
    }

    private static Process Shell(string command, string file)
    {
        var process = Start(command, file);
        process.WaitForExit();
        return process;
    }

    private static Process Start(string command, string file)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        start.Environment["FILE"] = file;
        // Named by ./fourfold, which compiles it ahead; else the copy beside the benchmarks, as it was built.
        start.Environment["CLI"] =
            Environment.GetEnvironmentVariable("cli") ?? Path.Combine(AppContext.BaseDirectory, "fourfold.dll");
        start.Environment["LIBAIS"] = LibaisScript;
        start.Environment["PYAIS"] = PyaisScript;
        return Process.Start(start) ?? throw new InvalidOperationException("/bin/sh did not start");
    }
}
