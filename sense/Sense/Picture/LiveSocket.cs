using System.Net.WebSockets;

namespace Fourfold.Sense.Picture;

/// <summary>One screen's connection: what it says, and what is sent to it when it has room.</summary>
internal sealed class LiveSocket(WebSocket socket, LiveHub hub)
{
    /// <summary>Frames that may be on their way unacknowledged.</summary>
    public const int Window = 2;

    /// <summary>Longest message a screen may send, bytes.</summary>
    public const int LongestMessage = 4096;

    // A screen acknowledges some twenty frames a second and moves its view; more is a fault or worse.
    private const int MostMessagesASecond = 200;
    private static readonly TimeSpan DeadAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CloseWait = TimeSpan.FromSeconds(2);

    /// <summary>Close code of ours for a session that is over: the screen asks who it is now and may come back.</summary>
    public const WebSocketCloseStatus SessionOver = (WebSocketCloseStatus)4401;

    private readonly LiveView view = new();
    private readonly SemaphoreSlim bell = new(0, 1);
    private readonly Lock gate = new();
    private LiveMessage said = LiveMessage.Nothing;
    private uint acknowledged = uint.MaxValue;
    private uint sent = uint.MaxValue;
    private long statusSent;
    private long lookedAt;
    private TimeSpan waited;

    /// <summary>Serves the screen until it goes, errs or is cancelled, or until its session is over.</summary>
    public async Task Serve(Task over, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        hub.Add(this);
        var sending = Send(stop.Token);
        // Cancelling a read tears the socket down, so it goes on until the socket is closed properly.
        var listening = Listen(ct);
        try
        {
            await Task.WhenAny(listening, over);
            await stop.CancelAsync();
            await sending;
            if (listening.IsCompleted)
                await Close(await listening, ct);
            else
                await CloseOver(over, listening, ct);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException) { } // The screen went, or we do.
        finally
        {
            hub.Remove(this);
            if (!listening.IsCompleted)
                socket.Abort();
            await ((Task)listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The screen is given a moment to answer the close, then it is cut off.
    private async Task CloseOver(Task over, Task listening, CancellationToken ct)
    {
        await over;
        if (socket.State is WebSocketState.Open)
            await socket.CloseOutputAsync(SessionOver, "session over", ct);
        await Task.WhenAny(listening, Task.Delay(CloseWait, ct));
    }

    /// <summary>Something may be to send.</summary>
    public void Wake()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException) { } // Awake already.
    }

    private async Task<string?> Listen(CancellationToken ct)
    {
        var buffer = new byte[LongestMessage];
        var (second, messages) = (0L, 0);
        while (true)
        {
            var filled = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                if (filled == buffer.Length)
                    return "message too long";
                part = await socket.ReceiveAsync(buffer.AsMemory(filled), ct);
                filled += part.Count;
            } while (!part.EndOfMessage);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (
                part.MessageType != WebSocketMessageType.Text
                || !LiveMessage.TryRead(buffer.AsSpan(0, filled), out var message)
            )
                return "message not understood";
            var now = Environment.TickCount64 / 1000;
            (second, messages) = now == second ? (second, messages + 1) : (now, 1);
            if (messages > MostMessagesASecond)
                return "too many messages";
            lock (gate)
                said = said.And(message);
            Wake();
        }
    }

    private async Task Send(CancellationToken ct)
    {
        lookedAt = hub.Clock.GetTimestamp();
        try
        {
            while (await Awake(ct))
            {
                TakeWhatWasSaid();
                if (!CanSend())
                    continue;
                Compose();
                foreach (var frame in view.Frames)
                    if (!await SendOne(view[frame], ct))
                        return;
                hub.Delays.Add(view.ReceivedTicks, hub.Clock.GetUtcNow());
            }
        }
        catch (Exception gone)
            when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException) { } // The screen went; the listener ends too.
    }

    // Whoever says no view or acknowledges nothing for long has no use for the place it holds. A look counts a second at
    // most: a clock that leaps, or a machine that slept, is not a screen that waited.
    private bool CanSend()
    {
        var now = hub.Clock.GetTimestamp();
        var passed = hub.Clock.GetElapsedTime(lookedAt, now);
        lookedAt = now;
        if (view.IsReady && HasRoom)
        {
            waited = TimeSpan.Zero;
            return true;
        }
        waited += passed < LongestLook ? passed : LongestLook;
        if (waited > DeadAfter)
            socket.Abort();
        return false;
    }

    private bool HasRoom => unchecked(sent - acknowledged) < Window;

    private async Task<bool> Awake(CancellationToken ct)
    {
        await bell.WaitAsync(ct);
        return true;
    }

    private async Task<bool> SendOne(ReadOnlyMemory<byte> frame, CancellationToken ct)
    {
        while (!CanSend())
        {
            if (socket.State != WebSocketState.Open)
                return false;
            await bell.WaitAsync(ct); // Rung each tick.
            TakeAcknowledgement();
        }
        sent++;
        var sending = socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, ct);
        if (sending.IsCompletedSuccessfully)
            return true;
        try
        {
            await sending.AsTask().WaitAsync(DeadAfter, hub.Clock, ct);
            return true;
        }
        catch (TimeoutException)
        {
            socket.Abort(); // It reads nothing.
            return false;
        }
    }

    private void Compose()
    {
        lock (hub.Picture.Gate)
        {
            var due = hub.Status.Version > statusSent;
            statusSent = hub.Status.Version;
            view.Compose(hub.Picture, hub.Clock.GetUtcNow(), due ? hub.Status : null);
        }
    }

    // While an update is on its way only acknowledgements matter; the rest waits for the next.
    private void TakeAcknowledgement()
    {
        lock (gate)
        {
            Acknowledge(said.Ack);
            said = said with { Ack = null };
        }
    }

    // An acknowledgement of what was never sent, or is older than the last, counts for nothing.
    private void Acknowledge(uint? number)
    {
        if (number is { } ack && unchecked(sent - ack) <= unchecked(sent - acknowledged))
            acknowledged = ack;
    }

    private void TakeWhatWasSaid()
    {
        LiveMessage message;
        lock (gate)
            (message, said) = (said, LiveMessage.Nothing);
        Acknowledge(message.Ack);
        if (message.View is { } box)
            view.Look(box);
        if (message.Follow is { } slots)
            view.Follow(slots);
        if (message.Resync)
            view.Resync();
    }

    private async Task Close(string? refusal, CancellationToken ct)
    {
        var code = refusal is null ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.PolicyViolation;
        if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await socket.CloseOutputAsync(code, refusal, ct);
    }
}
