using System.Runtime.InteropServices;
using Fourfold.Benchmarks;
using Fourfold.Benchmarks.Sea;
using Fourfold.Benchmarks.Shore;

// ./fourfold bench [NAME…]: without a name, all of them. A new benchmark is a file here and a line below.
IBenchmark[] all = [new OnLand(), new DistanceToShore(), new AisTracks()];

var unknown = args.Except(all.Select(benchmark => benchmark.Name), StringComparer.Ordinal).ToArray();
if (unknown.Length > 0)
{
    var names = string.Join(", ", all.Select(benchmark => benchmark.Name));
    Console.Error.WriteLine($"no benchmark {string.Join(", ", unknown)}; there are: {names}");
    return 2;
}

Console.WriteLine(
    $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores; "
        + "one thread, median of turns taken by each in rotation; the last line is the peer"
);
Console.WriteLine();
foreach (
    var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name, StringComparer.Ordinal))
)
    Runner.Run(benchmark, Console.Out);
return 0;
