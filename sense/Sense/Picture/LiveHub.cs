using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Picture;

/// <summary>All live screens: admits them, and wakes them after each tick.</summary>
internal sealed class LiveHub(
    LivePicture picture,
    StatusText status,
    DelayHistogram delays,
    TimeProvider clock,
    IOptions<SenseOptions> options
)
{
    private static readonly TimeSpan StatusInterval = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<LiveSocket, bool> screens = new();
    private int admitted;
    private DateTimeOffset statusAt;

    /// <summary>Screens that are connected.</summary>
    public int Count => screens.Count;

    public LivePicture Picture => picture;
    public StatusText Status => status;
    public DelayHistogram Delays => delays;
    public TimeProvider Clock => clock;

    /// <summary>Takes a place; false when all are taken. Given back by <see cref="Leave"/>.</summary>
    public bool TryAdmit()
    {
        if (Interlocked.Increment(ref admitted) <= options.Value.MaximumLiveClients)
            return true;
        Interlocked.Decrement(ref admitted);
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref admitted);

    public void Add(LiveSocket screen) => screens[screen] = true;

    public void Remove(LiveSocket screen) => screens.TryRemove(screen, out _);

    /// <summary>The picture has moved on: every second the counts are made anew, and every screen looks whether it has room.</summary>
    public void Ticked()
    {
        var now = clock.GetUtcNow();
        if (now - statusAt >= StatusInterval || now < statusAt)
        {
            statusAt = now;
            lock (picture.Gate)
                status.Renew(now);
        }
        foreach (var (screen, _) in screens)
            screen.Wake();
    }
}
