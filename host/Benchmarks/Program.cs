using System.Runtime.InteropServices;
using Fourfold.Benchmarks;
using Fourfold.Benchmarks.Cases;
using Fourfold.Benchmarks.Codecs;
using Fourfold.Benchmarks.Field;
using Fourfold.Benchmarks.Forms;
using Fourfold.Benchmarks.Live;
using Fourfold.Benchmarks.Sea;
using Fourfold.Benchmarks.Shore;

// ./fourfold bench [NAME…]: without a name, all that end soon. A new benchmark is a file here and a line below.
if (RunOptions.Read(args, out var problem) is not { } options)
{
    Console.Error.WriteLine(problem);
    return 2;
}
IBenchmark[] all = [new OnLand(), new DistanceToShore(), new AisTracks(), new AsterixBenchmark()];
ILoad[] loads =
[
    new LivePictureLoad(),
    new CaseLoad(),
    new FieldLoad(options),
    new FormLoad(),
    new CodecsLoad(options),
    new FuzzLoad(options),
    new FusionLoad(options),
];

string[] known = [.. all.Select(benchmark => benchmark.Name), .. loads.Select(load => load.Name)];
var unknown = options.Names.Except(known, StringComparer.Ordinal).ToArray();
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"no benchmark {string.Join(", ", unknown)}; there are: {string.Join(", ", known)}");
    return 2;
}

Console.WriteLine(
    $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores; "
        + "one thread, median of turns taken by each in rotation; the last line is the peer"
);
Console.WriteLine();
foreach (var benchmark in all.Where(benchmark => IsWanted(benchmark.Name, onlyByName: false)))
    Runner.Run(benchmark, Console.Out);
foreach (var load in loads.Where(load => IsWanted(load.Name, load.OnlyByName)))
    await load.Run(Console.Out, CancellationToken.None);
return 0;

bool IsWanted(string name, bool onlyByName) =>
    options.Names.Count == 0 ? !onlyByName : options.Names.Contains(name, StringComparer.Ordinal);
