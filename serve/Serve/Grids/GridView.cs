using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Serve.Grids.Topology;

namespace Fourfold.Serve.Grids;

/// <summary>A grid in a list.</summary>
internal sealed record GridView(
    GridId Id,
    string Code,
    string Name,
    [property: OneOf(typeof(GridKinds))] string Kind,
    [property: OneOf(typeof(SpecialUses))] string? Use,
    GridId? Parent,
    string VillageCode,
    string? VillageName,
    int Households,
    int Residents,
    GeoPoint? Position,
    double SquareMetres,
    int Boundary,
    bool Synthetic,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ClosedAt,
    int Revision
)
{
    public static GridView Of(Grid grid, IAreaDirectory areas) =>
        new(
            grid.Id,
            grid.Code,
            grid.Name,
            grid.Kind,
            grid.Use,
            grid.Parent,
            grid.VillageCode,
            areas.Find(grid.VillageCode)?.Name,
            grid.Households,
            grid.Residents,
            grid.Position,
            grid.SquareMetres,
            grid.Boundary,
            grid.Synthetic,
            grid.CreatedAt,
            grid.UpdatedAt,
            grid.ClosedAt,
            grid.Revision
        );
}

/// <summary>A grid with its present boundary.</summary>
/// <param name="Grid">The grid.</param>
/// <param name="Geometry">GeoJSON; null while it has none.</param>
/// <param name="Faults">What was found when it was drawn just now; empty when it is only read.</param>
internal sealed record GridDetail(GridView Grid, JsonElement? Geometry, IReadOnlyList<FaultView> Faults)
{
    public static GridDetail Of(
        Grid grid,
        string? geometry,
        IAreaDirectory areas,
        IEnumerable<TopologyFault>? faults = null
    ) => new(GridView.Of(grid, areas), Json.Of(geometry), [.. (faults ?? []).Select(FaultView.Of)]);
}

/// <summary>A fault of a boundary on the wire; codes are those of <see cref="TopologyCodes"/>.</summary>
internal sealed record FaultView(
    string Code,
    GeoPoint? Place,
    double SquareMetres,
    JsonElement? Geometry,
    string? Grid,
    string? Other
)
{
    public static FaultView Of(TopologyFault fault) =>
        new(fault.Code, fault.Place, fault.SquareMetres, Json.Of(fault.Geometry), fault.Grid, fault.Other);
}

/// <summary>What a check found.</summary>
/// <param name="Faults">The largest first, at most 200.</param>
/// <param name="Parent">Code of the area or grid it was held against; null when that has no outline, and nothing could be said about leaving it.</param>
/// <param name="ToleranceMetres">Pieces narrower than this are no fault.</param>
/// <param name="SquareMetres">Size of the boundary, m²; 0 when it is not valid by itself.</param>
internal sealed record CheckView(
    IReadOnlyList<FaultView> Faults,
    string? Parent,
    double ToleranceMetres,
    double SquareMetres
);

/// <summary>Stored text as JSON in an answer.</summary>
internal static class Json
{
    public static JsonElement? Of(string? text)
    {
        if (text is null)
            return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
