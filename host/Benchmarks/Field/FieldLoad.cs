using Fourfold.Testing;

namespace Fourfold.Benchmarks.Field;

/// <summary>A province's phones and desks: lists and maps, cases that pour in, and a thousand phones that come back in one minute.</summary>
/// <remarks>On SQLite, or on PostgreSQL with <c>FOURFOLD_TEST_STORE=postgres scripts/postgres --durable ./fourfold bench field</c>. Bars: p99 of 100 ms, 200 writes a second and 1,000 for a while, none lost.</remarks>
internal sealed class FieldLoad(RunOptions options) : ILoad
{
    public string Name => "field";

    public bool OnlyByName => true;

    public async Task Run(TextWriter to, CancellationToken ct)
    {
        to.WriteLine($"field: {options.Cases:N0} cases, {FieldStore.Name}; client in the same process");
        var server = await FieldStore.Ready(options.Cases, to, ct);
        await using var box = await FourfoldBox.On(server with { Web = Repository.At("web") });
        var grids = await FieldQuestions.GridsOf(box, ct);
        to.WriteLine($"  {grids.Count:N0} grids with a worker");
        await using var rows = await FieldStore.Connect(server, ct);
        if (options.Parts.Contains("lists"))
        {
            await FieldRows.Fill(box, grids, to, ct);
            await ListTimes.Run(new FieldQuestions(grids, new Random(1)), box, rows, to, ct);
        }
        if (options.Parts.Contains("page"))
            await PhonePage.Run(box, to, ct);
        if (options.Parts.Contains("cost"))
            await new WriteCost(grids, box, to).Run(ct);
        if (options.Parts.Contains("writes"))
        {
            var writes = new WriteLoad(grids, box, rows, to);
            await writes.Peer(ct);
            await writes.Run(200, TimeSpan.FromSeconds(60), ct);
            await writes.Run(1_000, TimeSpan.FromSeconds(10), ct);
        }
        if (options.Parts.Contains("phones"))
            await new PhoneSync(grids, box, rows, to).Run(ct);
        to.WriteLine();
    }
}
