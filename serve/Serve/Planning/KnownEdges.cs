using System.Collections.Concurrent;
using Fourfold.Contracts;

namespace Fourfold.Serve.Planning;

/// <summary>A boundary a grid has or had: it never changes, so whether two of them lie side by side is true for ever.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Number">Of its boundary, from 1; 0 while it has none.</param>
internal readonly record struct DrawnGrid(GridId Grid, int Number);

/// <summary>Which boundaries lie side by side, as far as plans have asked: a province has some 10,000 pairs, each found out once.</summary>
internal sealed class KnownEdges
{
    /// <summary>Most pairs that are remembered, some 100 bytes each; beyond, all are forgotten and found out anew.</summary>
    public const int Most = 100_000;

    private readonly ConcurrentDictionary<(DrawnGrid, DrawnGrid), bool> pairs = new();

    /// <summary>Whether they share an edge; null when that is not known.</summary>
    public bool? Find(DrawnGrid one, DrawnGrid other) => pairs.TryGetValue((one, other), out var are) ? are : null;

    /// <summary>Remembers whether they share an edge.</summary>
    public void Keep(DrawnGrid one, DrawnGrid other, bool are)
    {
        if (pairs.Count >= Most)
            pairs.Clear();
        pairs[(one, other)] = are;
    }
}
