using System.Collections.Concurrent;
using Fourfold.Contracts;

namespace Fourfold.Coordinate.Cases;

/// <summary>How many cases the places of a county have, as counted at most <see cref="MostAge"/> ago: a month's cases are read once a minute and not for each who asks.</summary>
/// <remarks>By place, and for nobody in particular: who asks is told of the area they may see. Two who ask at once may both count.</remarks>
internal sealed class KnownCounts
{
    /// <summary>What was counted before is counted anew; the same on each server.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromMinutes(1);

    /// <summary>Most counties that are remembered, a thousand places of some 100 bytes each; beyond, all are forgotten.</summary>
    public const int Most = 200;

    private readonly ConcurrentDictionary<string, Counted> counties = new(StringComparer.Ordinal);

    /// <summary>What was counted of a county; null when that was never, or too long ago.</summary>
    public IReadOnlyDictionary<string, CaseFigures>? Find(string county, DateTimeOffset now) =>
        counties.TryGetValue(county, out var counted) && counted.At <= now && now - counted.At < MostAge
            ? counted.Figures
            : null;

    /// <summary>Remembers it.</summary>
    /// <param name="county">Its path.</param>
    /// <param name="figures">By path; not changed any more.</param>
    /// <param name="at">Before counting began.</param>
    public void Keep(string county, IReadOnlyDictionary<string, CaseFigures> figures, DateTimeOffset at)
    {
        if (counties.Count >= Most)
            counties.Clear();
        counties[county] = new Counted(figures, at);
    }

    private sealed record Counted(IReadOnlyDictionary<string, CaseFigures> Figures, DateTimeOffset At);
}
