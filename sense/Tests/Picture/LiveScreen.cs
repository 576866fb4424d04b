using System.Net.WebSockets;
using System.Text;
using Fourfold.Sense.Picture;
using Fourfold.Testing;

namespace Fourfold.Sense.Tests.Picture;

/// <summary>A screen: connects to <c>/live</c>, keeps what it is told, acknowledges.</summary>
internal sealed class LiveScreen : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly byte[] buffer = new byte[4 * 1024 * 1024];
    private uint? lastSeq;

    public Dictionary<int, LiveMotion> Motions { get; } = [];
    public Dictionary<int, LiveIdentity> Identities { get; } = [];
    public List<(LiveFrameType Type, int Count)> Frames { get; } = [];
    public string Status { get; private set; } = "";
    public bool Acknowledges { get; set; } = true;
    public ClientWebSocket Socket => socket;

    public static async Task<LiveScreen> Open(FourfoldBox box, TestActor? actor = null, string? origin = null)
    {
        var screen = new LiveScreen();
        using var client = box.As(actor ?? TestActor.DutyOfficer);
        foreach (var (name, values) in client.DefaultRequestHeaders)
            screen.socket.Options.SetRequestHeader(name, values.First());
        if (origin is not null)
            screen.socket.Options.SetRequestHeader("Origin", origin);
        await screen.socket.ConnectAsync(new Uri($"ws://{box.Url.Authority}/live"), CancellationToken.None);
        return screen;
    }

    public Task Say(string json) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, CancellationToken.None);

    public Task Look(double west, double south, double east, double north) =>
        Say(FormattableString.Invariant($$"""{"view":[{{west}},{{south}},{{east}},{{north}}],"zoom":9.4}"""));

    /// <summary>Takes frames until something holds, as long as there is <see cref="FourfoldBox.Patience"/>.</summary>
    public async Task Until(string what, Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(FourfoldBox.Patience);
        while (!holds())
        {
            try
            {
                await Take(limit.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"did not happen within {FourfoldBox.Patience.TotalSeconds} s: {what}");
            }
        }
    }

    /// <summary>Takes one frame; false when the server closed.</summary>
    public async Task<bool> Take(CancellationToken ct)
    {
        var filled = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(filled), ct);
            filled += part.Count;
        } while (!part.EndOfMessage);
        if (part.MessageType == WebSocketMessageType.Close)
            return false;
        var seq = Apply(buffer.AsSpan(0, filled));
        if (Acknowledges)
            await Say($$"""{"ack":{{seq}}}""");
        return true;
    }

    private uint Apply(ReadOnlySpan<byte> bytes)
    {
        if (!LiveFrameReader.TryRead(bytes, out var frame))
            throw new InvalidDataException("not a frame");
        if (lastSeq is { } last && frame.Seq != last + 1)
            throw new InvalidDataException($"frame {frame.Seq} after {last}");
        lastSeq = frame.Seq;
        Frames.Add((frame.Type, frame.Count));
        switch (frame.Type)
        {
            case LiveFrameType.Snapshot:
                Motions.Clear();
                TakeMotions(frame);
                break;
            case LiveFrameType.Delta:
                TakeMotions(frame);
                break;
            case LiveFrameType.Removal:
                for (var i = 0; i < frame.Count; i++)
                {
                    if (!Motions.Remove(frame.Removed(i)))
                        throw new InvalidDataException("removed what was not there");
                    Identities.Remove(frame.Removed(i));
                }
                break;
            case LiveFrameType.Identity:
                var identities = frame.Identities();
                if (identities.Count != frame.Count)
                    throw new InvalidDataException("fewer identities than announced");
                foreach (var identity in identities)
                    Identities[identity.Slot] = identity;
                break;
            case LiveFrameType.Status:
                Status = Encoding.UTF8.GetString(frame.Status);
                break;
        }
        return frame.Seq;
    }

    private void TakeMotions(LiveFrameReader frame)
    {
        for (var i = 0; i < frame.Count; i++)
        {
            var motion = frame.Motion(i);
            if (!Identities.ContainsKey(motion.Slot))
                throw new InvalidDataException("a motion before its identity");
            Motions[motion.Slot] = motion;
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
