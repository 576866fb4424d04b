namespace Fourfold.Contracts;

/// <summary>Answers how many cases there are. Coordinate owns them.</summary>
public interface ICaseFigures
{
    /// <summary>Numbers by the area path of the cases, for one area and all below it, as they were at most a minute ago; the asker has checked that it may be seen.</summary>
    /// <param name="areaPath">A county's or lower.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The area is larger than a county.</exception>
    ValueTask<IReadOnlyDictionary<string, CaseFigures>> ByPath(string areaPath, CancellationToken ct);
}

/// <summary>Numbers of cases in one place.</summary>
/// <param name="Open">Not ended.</param>
/// <param name="New">Recorded in the last 30 days (<see cref="NewFor"/>).</param>
public sealed record CaseFigures(int Open, int New)
{
    /// <summary>How long a case counts as new.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromDays(30);
}
