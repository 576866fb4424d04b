using Fourfold.Codecs.Capture;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary>Plays a recording of datagrams by the times of their capture; bytes that are no recording go on as a stream.</summary>
internal static class CapturePlayback
{
    public static async Task Play(Stream stream, ISource source, Pace? pace, IIntake intake, CancellationToken ct)
    {
        var chunk = new byte[CaptureLimits.MaxDetectOctets];
        var count = await stream.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, ct);
        var format = CaptureDetection.Of(chunk.AsSpan(0, count));
        var capture = format is CaptureFormat.Raw ? null : new CaptureReader(format);
        var found = new Found(intake);
        for (; count > 0; count = await stream.ReadAsync(chunk, ct))
        {
            if (capture is null)
                source.Received(chunk.AsSpan(0, count));
            else
                capture.Push(chunk.AsSpan(0, count), found);
            await found.Bring(source, pace, ct);
            await source.Room(ct);
        }
        capture?.Flush(found);
    }

    /// <summary>Datagrams of one piece of the recording, on their way.</summary>
    private sealed class Found(IIntake intake) : ICaptureSink
    {
        private readonly List<(byte[] Payload, long? Ms)> waiting = [];

        public void Datagram(in CapturedDatagram datagram) =>
            waiting.Add((datagram.Payload.ToArray(), MillisecondsOf(datagram.Time)));

        public void Dropped(in CaptureDrop drop)
        {
            var name = drop.Fault.ToString();
            intake.Dropped(char.ToLowerInvariant(name[0]) + name[1..]);
        }

        public async Task Bring(ISource source, Pace? pace, CancellationToken ct)
        {
            foreach (var (payload, ms) in waiting)
            {
                if (pace?.WaitBefore(ms) is { } wait && wait >= Pace.Shortest)
                    await pace.Wait(wait, ct);
                source.ReceivedWhole(payload);
            }
            waiting.Clear();
        }

        private static long? MillisecondsOf(CapturedTime time) =>
            time.UnixNanoseconds / 1_000_000 ?? (long?)time.SinceMidnight?.TotalMilliseconds;
    }
}
