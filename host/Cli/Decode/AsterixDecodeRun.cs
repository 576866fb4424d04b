using Fourfold.Codecs.Capture;

namespace Fourfold.Cli.Decode;

/// <summary>Reads recordings of ASTERIX one after the other, each with its own reader, and writes what they say.</summary>
internal sealed class AsterixDecodeRun(
    AsterixDecodeOptions options,
    Stream output,
    TextWriter errors,
    TimeProvider clock
)
{
    private const int ReadBytes = 1 << 18;
    private const int Failed = 1;

    private readonly AsterixDecodeSink _sink = new(options, output, errors);
    private readonly byte[] _chunk = new byte[ReadBytes];

    /// <summary>0, or 1 when a source could not be read.</summary>
    public int Run()
    {
        var began = clock.GetTimestamp();
        var code = 0;
        try
        {
            foreach (var file in options.Files)
                code = Math.Max(code, Decode(file));
            _sink.Flush();
        }
        catch (IOException problem) when (problem is not FileNotFoundException)
        {
            code = ReaderLeftException.IsBrokenPipe(problem) ? code : Failed;
        }
        _sink.Totals.Elapsed = clock.GetElapsedTime(began);
        if (options.ShowStats)
            _sink.Totals.WriteAll(errors);
        _sink.Totals.WriteDrops(errors);
        return code;
    }

    private int Decode(string file)
    {
        try
        {
            using var source = file == "-" ? Console.OpenStandardInput() : Open(file);
            using var bytes = Unpacking.Of(source);
            Decode(bytes, file == "-" ? "stdin" : file);
            return 0;
        }
        catch (Exception problem)
            when (problem
                    is FileNotFoundException
                        or DirectoryNotFoundException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ZstdSharp.ZstdException
            )
        {
            errors.WriteLine($"{file}: {problem.Message}");
            return Failed;
        }
    }

    private void Decode(Stream bytes, string name)
    {
        // A recording tells by its beginning how it is wrapped.
        var start = bytes.ReadAtLeast(_chunk, CaptureLimits.MaxDetectOctets, throwOnEndOfStream: false);
        var format = CaptureDetection.Of(_chunk.AsSpan(0, start));
        var capture = format is CaptureFormat.Raw ? null : new CaptureReader(format);
        _sink.Begin(name);
        for (var count = start; count > 0; count = bytes.Read(_chunk))
        {
            _sink.Totals.Bytes += count;
            if (capture is null)
                _sink.Push(_chunk.AsSpan(0, count));
            else
                capture.Push(_chunk.AsSpan(0, count), _sink);
        }
        capture?.Flush(_sink);
        _sink.End();
        _sink.Totals.Datagrams += capture?.Datagrams ?? 0;
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
}
