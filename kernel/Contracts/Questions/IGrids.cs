namespace Fourfold.Contracts;

/// <summary>Answers about grids. Serve owns them.</summary>
public interface IGrids
{
    /// <summary>The grid, or null. Not bound to what the asking person may see: a code and a name tell of nobody.</summary>
    ValueTask<GridSummary?> Find(GridId id, CancellationToken ct);
}

/// <summary>A grid as other modules may know it.</summary>
/// <param name="Id">The grid.</param>
/// <param name="Code">15 digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="AreaPath">Its place in the tree of areas.</param>
/// <param name="IsOpen">Not closed.</param>
public sealed record GridSummary(GridId Id, string Code, string Name, string AreaPath, bool IsOpen);
