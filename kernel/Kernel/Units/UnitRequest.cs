using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Geo;
using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Units;

/// <summary>What can be said of a unit when it is added or changed.</summary>
internal sealed record UnitRequest(
    string Name,
    string Department,
    string AreaCode,
    UnitId? ParentId,
    JurisdictionView? Jurisdiction,
    GeoPoint? Position,
    int? ExpectedRevision = null
)
{
    private const int MaximumName = 100;
    private const int MaximumDepartment = 40;
    private const int MaximumAreas = 50;
    private const int MaximumGeometry = 1 << 20;

    /// <summary>Writes the checked values into a row.</summary>
    /// <exception cref="Refused">422 for the field that is wrong.</exception>
    public void Into(Unit unit, IAreaDirectory areas)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > MaximumName)
            throw Refused.Invalid("unit.name-length", "name").With("maximum", MaximumName);
        if (Department.Length is 0 or > MaximumDepartment || !Department.All(c => c is (>= 'a' and <= 'z') or '-'))
            throw Refused.Invalid("unit.department-malformed", "department");
        var area = areas.Find(AreaCode) ?? throw Refused.Invalid("area.unknown", "areaCode").With("code", AreaCode);
        if (Position is { IsValid: false })
            throw Refused.Invalid("request.position-range", "position");
        if (ParentId == unit.Id)
            throw Refused.Invalid("unit.own-parent", "parentId");
        unit.Name = Name.Trim();
        unit.Department = Department;
        (unit.AreaCode, unit.AreaPath) = (area.Code, area.Path);
        unit.Parent = ParentId;
        (unit.Latitude, unit.Longitude) = (Position?.Latitude, Position?.Longitude);
        unit.JurisdictionAreas = CheckedAreas(areas);
        unit.JurisdictionGeometry = CheckedGeometry();
    }

    private List<string> CheckedAreas(IAreaDirectory areas)
    {
        var codes = Jurisdiction?.Areas.Distinct(StringComparer.Ordinal).ToList() ?? [];
        if (codes.Count > MaximumAreas)
            throw Refused.Invalid("unit.areas-too-many", "jurisdiction.areas").With("maximum", MaximumAreas);
        if (codes.Find(c => areas.Find(c) is null) is { } unknown)
            throw Refused.Invalid("area.unknown", "jurisdiction.areas").With("code", unknown);
        return codes;
    }

    private string? CheckedGeometry()
    {
        if (Jurisdiction?.Geometry is not { ValueKind: not JsonValueKind.Null } geometry)
            return null;
        var text = geometry.GetRawText();
        if (text.Length > MaximumGeometry)
            throw Refused.Invalid("unit.geometry-too-large", "jurisdiction.geometry").With("maximum", MaximumGeometry);
        return GeoJson.TryReadArea(geometry, out _, out var problem)
            ? text
            : throw Refused
                .Invalid(problem?.Code ?? "geojson.not-json", "jurisdiction.geometry")
                .With("path", problem?.Path)
                .With("value", problem?.Value);
    }
}
