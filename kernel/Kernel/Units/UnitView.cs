using System.Text.Json;
using Fourfold.Contracts;

namespace Fourfold.Kernel.Units;

/// <summary>A unit on the wire.</summary>
internal sealed record UnitView(
    UnitId Id,
    string Name,
    string Department,
    string AreaCode,
    UnitId? ParentId,
    JurisdictionView Jurisdiction,
    GeoPoint? Position,
    bool Synthetic,
    int Revision
)
{
    /// <param name="unit">The row.</param>
    /// <param name="withGeometry">Sectors have hundreds of places; lists leave them out unless asked.</param>
    public static UnitView Of(Unit unit, bool withGeometry) =>
        new(
            unit.Id,
            unit.Name,
            unit.Department,
            unit.AreaCode,
            unit.Parent,
            new JurisdictionView(unit.JurisdictionAreas, withGeometry ? Parse(unit.JurisdictionGeometry) : null),
            unit.Position,
            unit.Synthetic,
            unit.Revision
        );

    private static JsonElement? Parse(string? geometry)
    {
        if (geometry is null)
            return null;
        using var document = JsonDocument.Parse(geometry);
        return document.RootElement.Clone();
    }
}

/// <summary>辖区: areas by code, and a GeoJSON geometry such as a sea sector.</summary>
internal sealed record JurisdictionView(IReadOnlyList<string> Areas, JsonElement? Geometry = null);
