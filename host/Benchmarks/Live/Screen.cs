using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Fourfold.Sense.Picture;
using Fourfold.Testing;

namespace Fourfold.Benchmarks.Live;

/// <summary>A screen that reads, acknowledges and notes how old each change is when it comes.</summary>
internal sealed class Screen(FourfoldBox box, Fleet fleet, View view)
{
    private readonly byte[] buffer = new byte[4 * 1024 * 1024];
    private readonly Dictionary<int, int> mmsis = [];
    private readonly List<double> delays = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isMeasuring;
    private long frames;
    private long bytes;

    /// <summary>Ends with the first snapshot.</summary>
    public Task Ready => ready.Task;

    /// <summary>From now on it counts.</summary>
    public void Begin() => isMeasuring = true;

    public async Task Watch(CancellationToken ct)
    {
        using var socket = new ClientWebSocket();
        using var client = box.As(TestActor.DutyOfficer);
        foreach (var (name, values) in client.DefaultRequestHeaders)
            socket.Options.SetRequestHeader(name, values.First());
        try
        {
            await socket.ConnectAsync(new Uri($"ws://{box.Url.Authority}/live"), ct);
            await Say(
                socket,
                FormattableString.Invariant(
                    $$"""{"view":[{{view.West}},{{view.South}},{{view.East}},{{view.North}}],"zoom":8}"""
                ),
                ct
            );
            while (true)
            {
                var filled = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await socket.ReceiveAsync(buffer.AsMemory(filled), ct);
                    filled += part.Count;
                } while (!part.EndOfMessage);
                await Say(socket, $$"""{"ack":{{Take(filled)}}}""", ct);
            }
        }
        catch (OperationCanceledException) { } // Told to stop.
    }

    /// <summary>One line of the table.</summary>
    public string Line(double seconds)
    {
        delays.Sort();
        double At(double share) =>
            delays.Count == 0 ? 0 : delays[(int)Math.Min(delays.Count * share, delays.Count - 1)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {view.Name, -14}{At(0.5), 8:0}{At(0.99), 8:0}{At(1), 8:0}{delays.Count / seconds, 12:N0}{frames / seconds, 10:0.0}{bytes / seconds / 1000, 8:0}"
        );
    }

    private uint Take(int length)
    {
        if (!LiveFrameReader.TryRead(buffer.AsSpan(0, length), out var frame))
            throw new InvalidOperationException("the server sent what is not a frame");
        if (isMeasuring)
            (frames, bytes) = (frames + 1, bytes + length);
        if (frame.Type == LiveFrameType.Snapshot)
            ready.TrySetResult();
        if (frame.Type == LiveFrameType.Identity)
        {
            foreach (var identity in frame.Identities())
                mmsis[identity.Slot] = identity.Mmsi.GetValueOrDefault();
        }
        else if (frame.Type is LiveFrameType.Snapshot or LiveFrameType.Delta)
        {
            for (var i = 0; i < frame.Count && isMeasuring; i++)
                Note(frame.Motion(i));
        }
        return frame.Seq;
    }

    private void Note(LiveMotion motion)
    {
        if (fleet.Since(mmsis[motion.Slot], motion.LatitudeE7) is { } delay)
            delays.Add(delay.TotalMilliseconds);
    }

    private static Task Say(ClientWebSocket socket, string json, CancellationToken ct) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, ct);
}
