using System.Globalization;
using Fourfold.Codecs.Ais;

namespace Fourfold.Benchmarks.Codecs;

/// <summary>AIS decoding on one core, checksums checked and fragments joined, beside gpsdecode on the same bytes.</summary>
internal sealed class CodecsLoad(RunOptions options) : ILoad
{
    private const int Turns = 5;
    private const int Seed = 46;
    private const int ChunkBytes = 64 * 1024;

    private readonly byte[] _room = new byte[2048];

    public string Name => "codecs";

    public Task Run(TextWriter to, CancellationToken ct)
    {
        using var core = new OneCore(to);
        foreach (var corpus in Corpora())
        {
            ct.ThrowIfCancellationRequested();
            Measure(corpus, to);
        }
        return Task.CompletedTask;
    }

    private IEnumerable<Corpus> Corpora()
    {
        if (options.File is { } file)
        {
            return [Corpus.Read(file)];
        }
        return Enum.GetValues<CorpusKind>().Select(kind => Corpus.Make(kind, options.Lines, Seed));
    }

    private void Measure(Corpus corpus, TextWriter to)
    {
        using var file = new CorpusFile(corpus);
        List<Decoder> decoders =
        [
            new("Fourfold.Codecs: every field", () => Decode(corpus, new EveryField(_room)).Messages),
            new("Fourfold.Codecs: positions", () => Decode(corpus, new Positions()).Messages),
            .. DecoderProcess.All(file.Path),
        ];
        to.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"codecs: {corpus.Name}, {corpus.Lines:N0} lines, {corpus.Bytes.Length / 1e6:F1} MB"
            )
        );
        var seconds = decoders.ToDictionary(decoder => decoder, _ => new List<double>(Turns));
        decoders.ForEach(decoder => decoder.WarmUp());
        for (var turn = 0; turn < Turns; turn++)
        {
            decoders.ForEach(decoder => seconds[decoder].Add(decoder.Turn()));
        }
        Print(corpus, decoders, seconds, to);
    }

    private static TSink Decode<TSink>(Corpus corpus, TSink sink)
        where TSink : IAisSink
    {
        var reader = new AisReader();
        ReadOnlySpan<byte> rest = corpus.Bytes;
        while (!rest.IsEmpty)
        {
            var count = Math.Min(ChunkBytes, rest.Length);
            reader.Push(rest[..count], 0, ref sink);
            rest = rest[count..];
        }
        reader.EndOfSource(0, ref sink);
        return sink;
    }

    private static void Print(
        Corpus corpus,
        List<Decoder> decoders,
        Dictionary<Decoder, List<double>> seconds,
        TextWriter to
    )
    {
        var peer = decoders.Find(decoder => decoder.Name == DecoderProcess.Peer);
        to.WriteLine(
            $"  {"", -44}{"M lines/s", 10}{"MB/s", 8}{"× peer", 9}{"spread", 8}{"messages", 12}{"B/message", 11}"
        );
        foreach (var decoder in decoders)
        {
            var of = seconds[decoder];
            var median = Median(of);
            var ratio = peer is null ? double.NaN : Median(seconds[peer]) / median;
            var allocated = decoder.AllocatedBytes is { } bytes ? bytes / (double)decoder.Messages : double.NaN;
            to.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {decoder.Name, -44}{corpus.Lines / median / 1e6, 10:F2}{corpus.Bytes.Length / median / 1e6, 8:F0}{ratio, 9:F1}{(of.Max() - of.Min()) / median, 8:P0}{decoder.Messages, 12:N0}{allocated, 11:F3}"
                )
            );
        }
        foreach (var absent in DecoderProcess.Absent())
        {
            to.WriteLine($"  {absent, -44}    absent");
        }
        to.WriteLine();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>The corpus as a file, for who reads files; gone afterwards.</summary>
    private sealed class CorpusFile : IDisposable
    {
        public CorpusFile(Corpus corpus) => File.WriteAllBytes(Path, corpus.Bytes);

        public string Path { get; } =
            System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"fourfold-{Environment.ProcessId}.nmea");

        public void Dispose() => File.Delete(Path);
    }
}
