using Fourfold.Codecs.Ais;
using Fourfold.Codecs.Csv;

namespace Fourfold.Cli.Decode;

/// <summary>One file or standard input: sentences, or a table when it begins with a table's header.</summary>
internal sealed class FileInput(string name, DecodeSurroundings around)
{
    private const int ReadBytes = 1 << 18;

    private readonly bool _isStandardInput = name == "-";
    private readonly string _shown = name == "-" ? "stdin" : name;
    private readonly byte[] _chunk = new byte[ReadBytes];

    /// <summary>An <see cref="ExitCode"/>.</summary>
    public int Read(CancellationToken ct)
    {
        try
        {
            using var source = _isStandardInput ? Console.OpenStandardInput() : Open();
            using var unpacked = Unpacking.Of(source, out var head);
            var isFollowed = around.Options.Follow && !_isStandardInput;
            var bytes = new GrowingFile(unpacked, around.Output, _isStandardInput, isFollowed);
            return head is not null && AisCsvReader.IsHeader(head) ? ReadTable(bytes, ct) : ReadSentences(bytes, ct);
        }
        catch (Exception problem)
            when (problem
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or ZstdSharp.ZstdException
            )
        {
            around.Errors.WriteLine($"{_shown}: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private FileStream Open() =>
        new(name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    private int ReadSentences(GrowingFile bytes, CancellationToken ct)
    {
        var reader = new AisReader(around.Options.Checksums);
        var sink = new DecodeSink(_shown, around);
        try
        {
            for (int count; (count = bytes.Read(_chunk, ct)) > 0; )
            {
                var now = around.Clock.GetUtcNow().ToUnixTimeMilliseconds();
                sink.NowUnixMs = now;
                reader.Push(_chunk.AsSpan(0, count), now, ref sink);
            }
        }
        finally
        {
            // What is known of a damaged file is still told.
            reader.EndOfSource(around.Clock.GetUtcNow().ToUnixTimeMilliseconds(), ref sink);
            around.Totals.Bytes += reader.Offset;
            around.Totals.Sentences += reader.Sentences;
        }
        return ExitCode.Ok;
    }

    private int ReadTable(GrowingFile bytes, CancellationToken ct)
    {
        if (around.Options.Format is DecodeFormat.Gpsd)
        {
            around.Errors.WriteLine($"{_shown}: a table holds no AIS messages; --format gpsd cannot write it");
            return ExitCode.Usage;
        }
        var reader = new AisCsvReader();
        var sink = new DecodeSink(_shown, around);
        try
        {
            for (int count; (count = bytes.Read(_chunk, ct)) > 0; )
                reader.Push(_chunk.AsSpan(0, count), ref sink);
        }
        finally
        {
            reader.Flush(ref sink);
            around.Totals.Bytes += reader.Offset;
        }
        return ExitCode.Ok;
    }
}
