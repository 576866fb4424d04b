using System.Collections.Concurrent;
using System.Net;
using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Slows guessing: counts failed sign-ins by household and by name in windows of a minute. Good ones do not count.</summary>
internal sealed class SignInLimiter(TimeProvider clock)
{
    private const int MaximumPerHousehold = 30;
    private const int MaximumPerName = 10;
    private const int MaximumRemembered = 20_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Failures> failures = new(StringComparer.Ordinal);

    /// <summary>Goes on while neither household nor name has failed too often in this minute.</summary>
    /// <exception cref="Refused">429 <c>session.too-many-attempts</c> with <c>retryAfterSeconds</c>.</exception>
    public void Check(IPAddress? address, string name)
    {
        if (CountOf(AddressKey(address)) < MaximumPerHousehold && CountOf(NameKey(name)) < MaximumPerName)
            return;
        var left = Window - TimeSpan.FromTicks(clock.GetUtcNow().Ticks % Window.Ticks);
        throw new Refused("session.too-many-attempts", 429).With("retryAfterSeconds", Math.Ceiling(left.TotalSeconds));
    }

    /// <summary>Counts a failed one.</summary>
    public void Failed(IPAddress? address, string name)
    {
        if (failures.Count >= MaximumRemembered)
            failures.Clear();
        Count(AddressKey(address));
        Count(NameKey(name));
    }

    private void Count(string key)
    {
        var minute = Minute();
        failures.AddOrUpdate(
            key,
            _ => new Failures(minute, 1),
            (_, f) => f.Minute == minute ? f with { Count = f.Count + 1 } : new Failures(minute, 1)
        );
    }

    private int CountOf(string key) => failures.TryGetValue(key, out var f) && f.Minute == Minute() ? f.Count : 0;

    private long Minute() => clock.GetUtcNow().Ticks / Window.Ticks;

    private static string AddressKey(IPAddress? address) => "a:" + Household.Of(address);

    private static string NameKey(string name) => "n:" + name.ToUpperInvariant();

    private sealed record Failures(long Minute, int Count);
}
