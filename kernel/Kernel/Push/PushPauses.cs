using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Fourfold.Kernel.Push;

/// <summary>How long to leave push services alone: what they asked for, and our own growing waits, spread by chance.</summary>
internal sealed class PushPauses
{
    private const int MostServices = 1_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>A service does not silence us for longer, whatever it says.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> byOrigin = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A service asked to be left alone until then.</summary>
    public void Set(string endpoint, DateTimeOffset until)
    {
        if (byOrigin.Count >= MostServices)
            byOrigin.Clear();
        byOrigin[Origin(endpoint)] = until;
    }

    /// <summary>Until when the service of an address is left alone, or null.</summary>
    public DateTimeOffset? UntilOf(string endpoint) =>
        byOrigin.TryGetValue(Origin(endpoint), out var until) ? until : null;

    /// <summary>When to try again after so many tries: doubled each time, and half of it by chance.</summary>
    public DateTimeOffset After(DateTimeOffset now, int attempts)
    {
        var whole = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 12));
        return now + Between(Min(whole, Longest) / 2, Min(whole, Longest));
    }

    /// <summary>A little after an instant, so that not all come at once.</summary>
    public DateTimeOffset Spread(DateTimeOffset until) => until + Between(TimeSpan.Zero, First);

    /// <summary>What a service asked for, within bounds.</summary>
    public static TimeSpan Bounded(TimeSpan asked) => asked < TimeSpan.Zero ? TimeSpan.Zero : Min(asked, LongestAsked);

    private static TimeSpan Between(TimeSpan least, TimeSpan most) =>
        least
        + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)Math.Max(1, (most - least).TotalMilliseconds)));

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static string Origin(string endpoint) => PushAddress.OriginOf(new Uri(endpoint));
}
