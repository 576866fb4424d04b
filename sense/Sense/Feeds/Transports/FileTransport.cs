using System.IO.Compression;
using Fourfold.Sense.Feeds.Protocols;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary><c>file://path?speed=10&amp;loop=true</c>: plays a recording, <c>.gz</c> or plain, by the times that are in it; of datagrams a pcap, pcapng or final-format recording.</summary>
internal sealed class FileTransport : ITransport
{
    private const int BufferBytes = 64 * 1024;

    private static readonly TimeSpan PauseBeforeLoop = TimeSpan.FromSeconds(1);

    public string Name => "file";

    public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
    {
        do
        {
            using (var source = intake.Open())
            await using (var stream = Open(url.Path))
            {
                var pace = url.Speed > 0 ? new Pace(url.Speed, intake.Clock) : null;
                await (
                    intake.IsBinary
                        ? CapturePlayback.Play(stream, source, pace, intake, ct)
                        : PlayLines(stream, source, pace, intake.RecordingClock(), ct)
                );
            }
            if (url.Loop)
                await Task.Delay(PauseBeforeLoop, intake.Clock, ct);
        } while (url.Loop);
        return true;
    }

    private static async Task PlayLines(
        Stream stream,
        ISource source,
        Pace? pace,
        IRecordingClock? times,
        CancellationToken ct
    )
    {
        var buffer = new byte[BufferBytes];
        var filled = 0;
        while (true)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(filled), ct);
            filled += count;
            var end = count == 0 ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end == 0 && filled == buffer.Length)
                end = filled; // A line longer than the buffer goes on in pieces.
            await Bring(buffer.AsMemory(0, end), source, pace, times, ct);
            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            filled -= end;
            if (count == 0)
                return;
        }
    }

    private static async Task Bring(
        ReadOnlyMemory<byte> lines,
        ISource source,
        Pace? pace,
        IRecordingClock? times,
        CancellationToken ct
    )
    {
        var brought = 0;
        for (var at = 0; pace is not null && at < lines.Length; )
        {
            var stop = lines.Span[at..].IndexOf((byte)'\n') is var found && found < 0 ? lines.Length : at + found + 1;
            var wait = pace.WaitBefore(times?.TimeOf(lines.Span[at..stop]));
            if (wait >= Pace.Shortest)
            {
                source.Received(lines.Span[brought..at]);
                brought = at;
                await pace.Wait(wait, ct);
            }
            at = stop;
        }
        source.Received(lines.Span[brought..]);
        await source.Room(ct);
    }

    private static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, BufferBytes);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
    }
}
