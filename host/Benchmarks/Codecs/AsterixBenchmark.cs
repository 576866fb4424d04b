using System.Globalization;
using Fourfold.Codecs.Asterix;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>Bytes of radar plots and system tracks into structs, records and JSON, beside Wireshark's dissector.</summary>
/// <remarks>All must find the same track numbers. The peer is a process: its start is part of its round.</remarks>
internal sealed class AsterixBenchmark : IBenchmark
{
    private const int Records = 40_000;

    public string Name => "asterix";
    public string Unit => "bytes";
    public string What => $"{Records:N0} plots (048) and {Records:N0} tracks (062), five values of each summed up";

    public IReadOnlyList<Contender> Prepare()
    {
        var plots = RadarTraffic.Plots(Records);
        var tracks = RadarTraffic.Tracks(Records);
        List<byte[]> both = [.. plots, .. tracks];
        var numbers = Read(new StructSink(), both).TrackNumbers;
        var byTable = Read(new TableSink(), both).TrackNumbers;
        if (numbers != byTable || numbers == 0)
            throw new InvalidOperationException($"track numbers sum up to {numbers} and {byTable}");
        List<Contender> contenders =
        [
            Ours("048 into MonoradarTarget", new StructSink(), plots),
            Ours("062 into SystemTrack", new StructSink(), tracks),
            Ours("048 and 062 by the tables", new TableSink(), both),
            Ours("048 and 062 as JSON", new JsonSink(), both),
        ];
        var peer = TsharkPeer.Contender(both, numbers);
        return [.. contenders, peer ?? contenders[2] with { Name = "the tables (tshark is not installed)" }];
    }

    private static TSink Read<TSink>(TSink sink, List<byte[]> blocks)
        where TSink : IAsterixSink
    {
        var reader = new AsterixReader();
        foreach (var block in blocks)
            reader.Push(block, ref sink);
        return reader.Faults.Total == 0 ? sink : throw new InvalidOperationException($"{reader.Faults.Total} faults");
    }

    private static Contender Ours<TSink>(string name, TSink sink, List<byte[]> blocks)
        where TSink : IAsterixSink
    {
        var reader = new AsterixReader();
        var bytes = blocks.SelectMany(block => block).ToArray();
        reader.Push(bytes, ref sink);
        var before = GC.GetAllocatedBytesForCurrentThread();
        reader.Push(bytes, ref sink);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return new Contender(
            string.Create(CultureInfo.InvariantCulture, $"{name}; {allocated} B allocated"),
            () =>
            {
                reader.Push(bytes, ref sink);
                return bytes.Length;
            }
        );
    }
}
