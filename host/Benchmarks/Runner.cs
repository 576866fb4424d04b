using System.Diagnostics;
using System.Globalization;

namespace Fourfold.Benchmarks;

/// <summary>Runs contenders in turns and prints a table of medians.</summary>
internal static class Runner
{
    private const int Turns = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(300);

    public static void Run(IBenchmark benchmark, TextWriter to)
    {
        var contenders = benchmark.Prepare();
        foreach (var contender in contenders)
            Measure(contender, WarmUp);
        var rates = contenders.ToDictionary(contender => contender, _ => new List<double>(Turns));
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var contender in contenders)
                rates[contender].Add(Measure(contender, Turn));
        }
        Print(benchmark, contenders, rates, to);
    }

    private static double Measure(Contender contender, TimeSpan atLeast)
    {
        long done = 0;
        var start = Stopwatch.GetTimestamp();
        do
        {
            done += contender.Round();
        } while (Stopwatch.GetElapsedTime(start) < atLeast);
        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Print(
        IBenchmark benchmark,
        IReadOnlyList<Contender> contenders,
        Dictionary<Contender, List<double>> rates,
        TextWriter to
    )
    {
        var peer = Median(rates[contenders[^1]]);
        to.WriteLine($"{benchmark.Name}: {benchmark.What}");
        to.WriteLine($"  {"", -44}{benchmark.Unit + "/s", 16}{"× peer", 10}{"spread", 9}");
        foreach (var contender in contenders)
        {
            var of = rates[contender];
            var median = Median(of);
            var spread = (of.Max() - of.Min()) / median;
            to.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {contender.Name, -44}{median, 16:N0}{median / peer, 10:0.00}{spread, 9:P0}"
                )
            );
        }
        to.WriteLine();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
