using System.Net;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;

namespace Fourfold.Serve.Residents;

/// <summary>Counts what comes from one address and for one grid, in windows of an hour. Many phones share one address, so it is not strict.</summary>
internal sealed class ResidentLimiter(TimeProvider clock)
{
    internal const int MostOfAddress = 30;
    internal const int MostOfDoor = 60;
    private const int MostRemembered = 50_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private long hour;

    /// <param name="address">Whose request it is; null when it is not known.</param>
    /// <param name="door">Token of the grid's page, or secret of the question.</param>
    /// <exception cref="Refused">429 <c>question.too-many</c>.</exception>
    public void Count(IPAddress? address, string door)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerHour;
            if (now != hour || counts.Count >= MostRemembered)
                counts.Clear();
            hour = now;
            // What is turned away for its address does not count for the door, or one address could close it for all.
            if (Next("a:" + Household.Of(address)) > MostOfAddress || Next("d:" + door) > MostOfDoor)
                throw new Refused("question.too-many", 429);
        }
    }

    private int Next(string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
