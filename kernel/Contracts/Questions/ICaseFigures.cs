namespace Fourfold.Contracts;

/// <summary>Answers how many cases there are. Coordinate owns them.</summary>
public interface ICaseFigures
{
    /// <summary>Numbers by the area path of the cases, for one area and all below it; the asker has checked that it may be seen.</summary>
    /// <param name="areaPath">A county's or lower.</param>
    /// <param name="since">From when new cases count.</param>
    /// <param name="ct">Ends it.</param>
    ValueTask<IReadOnlyDictionary<string, CaseFigures>> ByPath(
        string areaPath,
        DateTimeOffset since,
        CancellationToken ct
    );
}

/// <summary>Numbers of cases in one place.</summary>
/// <param name="Open">Not ended.</param>
/// <param name="New">Recorded since the time asked for.</param>
public sealed record CaseFigures(int Open, int New);
