using Fourfold.Codecs.Asterix.Output;
using Fourfold.Codecs.Capture;

namespace Fourfold.Cli.Decode;

/// <summary>Reads recordings and feeds of ASTERIX, each with its own reader, and writes what they say.</summary>
internal sealed class AsterixDecodeRun(
    AsterixDecodeOptions options,
    Stream output,
    TextWriter errors,
    TimeProvider clock
)
{
    private const int ReadBytes = 1 << 18;

    private readonly AsterixSurroundings _around = new(
        options,
        new LineOutput(output, 2 * AsterixJson.MaxBytes),
        new AsterixTotals(),
        errors
    );
    private readonly byte[] _chunk = new byte[ReadBytes];

    /// <summary>An <see cref="ExitCode"/>.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var code = ExitCode.Ok;
        try
        {
            if (options.IsCsv)
                _around.Output.WriteLine(AsterixCsv.Header);
            code = await ReadAll(ct);
            _around.Output.Flush();
        }
        catch (ReaderLeftException problem)
        {
            code = problem.Tell(errors, code);
        }
        _around.Totals.Elapsed = clock.GetElapsedTime(began);
        if (options.ShowStats)
            _around.Totals.WriteAll(errors);
        _around.Totals.WriteDrops(errors);
        return code;
    }

    private async Task<int> ReadAll(CancellationToken ct)
    {
        var code = ExitCode.Ok;
        foreach (var file in options.Sources.Where(source => !FeedInput.IsFeed(source)))
            code = Math.Max(code, Decode(file, ct));
        var feeds = options.Sources.Where(FeedInput.IsFeed).ToArray();
        if (feeds.Length > 0 && !ct.IsCancellationRequested)
            code = Math.Max(code, await FeedInput.ReadAll(feeds, Feeds(), ct));
        return code;
    }

    private FeedRun Feeds()
    {
        var turn = new Lock();
        return new FeedRun(errors, clock, options.Follow, turn, url => new AsterixFeedSource(url, _around, turn));
    }

    private int Decode(string file, CancellationToken ct)
    {
        var isStandardInput = file == "-";
        try
        {
            using var source = isStandardInput ? Console.OpenStandardInput() : Open(file);
            using var unpacked = Unpacking.Of(source);
            var isFollowed = options.Follow && !isStandardInput;
            var bytes = new GrowingFile(unpacked, _around.Output, isStandardInput, isFollowed);
            Decode(bytes, isStandardInput ? "stdin" : file, ct);
            return ExitCode.Ok;
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ZstdSharp.ZstdException
            )
        {
            errors.WriteLine($"{file}: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private void Decode(GrowingFile bytes, string name, CancellationToken ct)
    {
        // A recording tells by its beginning how it is wrapped.
        var start = bytes.ReadAtLeast(_chunk, CaptureLimits.MaxDetectOctets, ct);
        var format = CaptureDetection.Of(_chunk.AsSpan(0, start));
        var capture = format is CaptureFormat.Raw ? null : new CaptureReader(format);
        var sink = new AsterixDecodeSink(name, _around);
        try
        {
            for (var count = start; count > 0; count = bytes.Read(_chunk, ct))
            {
                _around.Totals.Bytes += count;
                if (capture is null)
                    sink.Push(_chunk.AsSpan(0, count));
                else
                    capture.Push(_chunk.AsSpan(0, count), sink);
            }
        }
        finally
        {
            // What is known of a damaged file is still told.
            capture?.Flush(sink);
            sink.End();
            _around.Totals.Datagrams += capture?.Datagrams ?? 0;
        }
    }

    private static FileStream Open(string file) =>
        new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
}

/// <summary>What the sources of one run share.</summary>
internal sealed record AsterixSurroundings(
    AsterixDecodeOptions Options,
    LineOutput Output,
    AsterixTotals Totals,
    TextWriter Errors
);
