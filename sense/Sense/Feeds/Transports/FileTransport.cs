using System.IO.Compression;
using Fourfold.Sense.Feeds.Protocols;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary><c>file://path?speed=10&amp;loop=true</c>: plays a recording, <c>.gz</c> or plain, by the times that are in it.</summary>
internal sealed class FileTransport : ITransport
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>A longer pause of the recording is cut to this, for nobody wants to watch an empty sea.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    // Lines closer together than this are brought at once.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseBeforeLoop = TimeSpan.FromSeconds(1);

    public string Name => "file";

    public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
    {
        do
        {
            using (var source = intake.Open())
                await Play(url, source, intake, ct);
            if (url.Loop)
                await Task.Delay(PauseBeforeLoop, intake.Clock, ct);
        } while (url.Loop);
        return true;
    }

    private static async Task Play(FeedUrl url, ISource source, IIntake intake, CancellationToken ct)
    {
        await using var stream = Open(url.Path);
        var pace = url.Speed > 0 ? new Pace(intake.RecordingClock(), url.Speed, intake.Clock) : null;
        var buffer = new byte[BufferBytes];
        var filled = 0;
        while (true)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(filled), ct);
            filled += count;
            var end = count == 0 ? filled : buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end == 0 && filled == buffer.Length)
                end = filled; // A line longer than the buffer goes on in pieces.
            await Bring(buffer.AsMemory(0, end), source, pace, ct);
            buffer.AsSpan(end, filled - end).CopyTo(buffer);
            filled -= end;
            if (count == 0)
                return;
        }
    }

    private static async Task Bring(ReadOnlyMemory<byte> lines, ISource source, Pace? pace, CancellationToken ct)
    {
        var brought = 0;
        for (var at = 0; pace is not null && at < lines.Length; )
        {
            var stop = lines.Span[at..].IndexOf((byte)'\n') is var found && found < 0 ? lines.Length : at + found + 1;
            var wait = pace.WaitBefore(lines.Span[at..stop]);
            if (wait >= ShortestPause)
            {
                source.Received(lines.Span[brought..at]);
                brought = at;
                await pace.Wait(wait < LongestPause ? wait : LongestPause, ct);
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

    /// <summary>Says how long to wait so that lines come as far apart as they were recorded, divided by the speed.</summary>
    private sealed class Pace(IRecordingClock? times, double speed, TimeProvider clock)
    {
        private long? last;
        private long started = clock.GetTimestamp();
        private double playedMs;

        public TimeSpan WaitBefore(ReadOnlySpan<byte> line)
        {
            if (times?.TimeOf(line) is not { } time)
                return TimeSpan.Zero;
            // A jump backwards is another recording behind this one; it goes on at once.
            playedMs += Math.Clamp(time - (last ?? time), 0, LongestPause.TotalMilliseconds * speed) / speed;
            last = time;
            return TimeSpan.FromMilliseconds(playedMs) - clock.GetElapsedTime(started);
        }

        public Task Wait(TimeSpan wait, CancellationToken ct) => Task.Delay(wait, clock, ct);
    }
}
