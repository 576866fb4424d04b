namespace Fourfold.Contracts;

/// <summary>Numbers of an area, by the areas right below it.</summary>
public static class AreaShares
{
    /// <summary>The children of an area as people know them: tiers that exist only in the code are passed over.</summary>
    public static IReadOnlyList<Area> ShownChildrenOf(this IAreaDirectory areas, string code) =>
        [.. areas.ChildrenOf(code).SelectMany(child => child.Pseudo ? areas.ShownChildrenOf(child.Code) : [child])];

    /// <summary>Rows of an area's subtree, by its child that each lies in; those that lie in the area itself are with none.</summary>
    /// <param name="children">Right below the area.</param>
    /// <param name="rows">Of its subtree.</param>
    /// <param name="pathOf">Where a row lies.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<T>> ByChild<T>(
        IReadOnlyList<Area> children,
        IEnumerable<T> rows,
        Func<T, string> pathOf
    )
    {
        var shares = children.ToDictionary(c => c.Code, _ => new List<T>(), StringComparer.Ordinal);
        foreach (var row in rows)
            if (children.FirstOrDefault(c => pathOf(row).StartsWith(c.Path, StringComparison.Ordinal)) is { } child)
                shares[child.Code].Add(row);
        return shares.ToDictionary(s => s.Key, s => (IReadOnlyList<T>)s.Value, StringComparer.Ordinal);
    }
}
