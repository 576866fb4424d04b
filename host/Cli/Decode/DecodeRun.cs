using System.IO.Compression;
using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Ais.Output;

namespace Fourfold.Cli.Decode;

/// <summary>Reads the sources one after the other, each with its own reader, and writes what they say.</summary>
internal sealed class DecodeRun(DecodeOptions options, Stream output, TextWriter errors, TimeProvider clock)
{
    private const int ReadBytes = 1 << 18;
    private const int Failed = 1;

    private readonly LineOutput _lines = new(output);
    private readonly DecodeTotals _totals = new();
    private readonly byte[] _chunk = new byte[ReadBytes];

    /// <summary>0, or 1 when a source could not be read.</summary>
    public int Run()
    {
        var began = clock.GetTimestamp();
        var code = 0;
        try
        {
            WriteHeader();
            foreach (var file in options.Files)
                code = Math.Max(code, Decode(file));
            _lines.Flush();
        }
        catch (IOException problem) when (problem is not FileNotFoundException)
        {
            // Most often the reader of our pipe has left, as `head` does; there is nobody to write to.
            code = Failed;
        }
        _totals.Elapsed = clock.GetElapsedTime(began);
        if (options.ShowStats)
            _totals.WriteAll(errors);
        _totals.WriteDrops(errors);
        return code;
    }

    private void WriteHeader()
    {
        if (options.Format != DecodeFormat.Csv)
            return;
        var room = _lines.Reserve(AisCsv.Header.Length + 1);
        AisCsv.Header.CopyTo(room);
        room[AisCsv.Header.Length] = (byte)'\n';
        _lines.Commit(AisCsv.Header.Length + 1);
    }

    private int Decode(string file)
    {
        Stream source;
        try
        {
            source =
                file == "-"
                    ? Console.OpenStandardInput()
                    : new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{file}: {problem.Message}");
            return Failed;
        }
        using (source)
            return Decode(source, file);
    }

    private int Decode(Stream source, string name)
    {
        var reader = new AisReader(options.Checksums);
        var sink = new DecodeSink(options, name == "-" ? "stdin" : name, _lines, _totals, errors);
        var code = 0;
        try
        {
            using var bytes = Unpacked(source);
            int count;
            while ((count = bytes.Read(_chunk)) > 0)
            {
                reader.Push(_chunk.AsSpan(0, count), clock.GetUtcNow().ToUnixTimeMilliseconds(), ref sink);
                // A pipe that gave less than was asked for has no more just now: show what there is.
                if (name == "-" && count < _chunk.Length)
                    _lines.Flush();
            }
        }
        catch (InvalidDataException problem)
        {
            errors.WriteLine($"{name}: {problem.Message}");
            code = Failed;
        }
        reader.EndOfSource(clock.GetUtcNow().ToUnixTimeMilliseconds(), ref sink);
        _totals.Bytes += reader.Offset;
        _totals.Sentences += reader.Sentences;
        return code;
    }

    /// <summary>The stream itself, or what is packed in it when it begins as gzip does.</summary>
    private static Stream Unpacked(Stream source)
    {
        var head = new byte[2];
        var length = source.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        var whole = new PrefixedStream(head.AsMemory(0, length), source);
        return length == 2 && head is [0x1F, 0x8B] ? new GZipStream(whole, CompressionMode.Decompress) : whole;
    }
}
