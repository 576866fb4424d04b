using System.Globalization;
using Fourfold.Kernel.Seeding;
using Fourfold.Testing.Fuzzing;

namespace Fourfold.Benchmarks;

/// <summary>What <c>./fourfold bench</c> was asked for: names, and what some of them let one choose.</summary>
internal sealed record RunOptions
{
    public const string Usage =
        "./fourfold bench [NAME…] [--file RECORDING] [--lines N] [--minutes N] [--target NAME] [--seas FOLDER] [--cases N] [--parts lists,page,cost,writes,phones]";

    /// <summary>Benchmarks by name; none for all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary><c>codecs</c>: a recording to read in place of the ones it makes.</summary>
    public string? File { get; init; }

    /// <summary><c>codecs</c>: lines of the recordings it makes.</summary>
    public int Lines { get; init; } = 2_000_000;

    /// <summary><c>fuzz</c>: how long.</summary>
    public double Minutes { get; init; } = 10;

    /// <summary><c>fuzz</c>: one target by name; null for all.</summary>
    public string? Target { get; init; }

    /// <summary><c>tracking</c>: a folder of recorded seas with their truth.</summary>
    public string? Seas { get; init; }

    /// <summary><c>field</c>: cases in the province's year.</summary>
    public int Cases { get; init; } = ProvincePlan.MostCases;

    /// <summary><c>field</c>: which of its parts, in their order; all without it.</summary>
    public IReadOnlyList<string> Parts { get; init; } = FieldParts;

    private static readonly string[] FieldParts = ["lists", "page", "cost", "writes", "phones"];

    /// <summary>Null, with the problem, for what cannot be understood.</summary>
    public static RunOptions? Read(IReadOnlyList<string> arguments, out string problem)
    {
        var options = new RunOptions();
        var names = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                names.Add(arguments[i]);
                continue;
            }
            var value = i + 1 < arguments.Count ? arguments[i + 1] : "";
            if (Set(options, arguments[i], value) is not { } changed)
            {
                problem = $"{arguments[i]} {value}: {Usage}";
                return null;
            }
            options = changed;
            i++;
        }
        problem = "";
        return options with { Names = names };
    }

    private static RunOptions? Set(RunOptions options, string name, string value) =>
        name switch
        {
            "--file" when System.IO.File.Exists(value) => options with { File = value },
            "--lines" when int.TryParse(value, CultureInfo.InvariantCulture, out var lines) && lines > 0 => options with
            {
                Lines = lines,
            },
            "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 =>
                options with
                {
                    Minutes = minutes,
                },
            "--cases"
                when int.TryParse(value, CultureInfo.InvariantCulture, out var cases)
                    && cases is >= 0 and <= ProvincePlan.MostCases => options with
            {
                Cases = cases,
            },
            "--parts" when value.Split(',') is var parts && parts.All(FieldParts.Contains) => options with
            {
                Parts = parts,
            },
            "--seas" when Directory.Exists(value) => options with { Seas = value },
            "--target" when FuzzCorpus.Targets.Any(target => target.Name == value) => options with { Target = value },
            _ => null,
        };
}
