namespace Fourfold.Contracts;

/// <summary>Answers about the organisations that act. Kernel owns them.</summary>
public interface IUnitDirectory
{
    /// <summary>The unit, or null.</summary>
    ValueTask<UnitSummary?> Find(UnitId id, CancellationToken ct);

    /// <summary>Which unit of a department is to act at a place, and why. Null only when the department has no unit.</summary>
    ValueTask<Routing?> Route(GeoPoint place, string department, CancellationToken ct);

    /// <summary>Path of the area a place belongs to: the home area of the unit whose sector holds it; null outside all sectors.</summary>
    ValueTask<string?> AreaPathAt(GeoPoint place, CancellationToken ct);
}

/// <summary>A unit as other modules may know it.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Department">Code of its department, such as <c>police</c>.</param>
/// <param name="AreaCode">Code of its home area.</param>
/// <param name="AreaPath">Path of its home area.</param>
/// <param name="Synthetic">Made up for the demonstration.</param>
public sealed record UnitSummary(
    UnitId Id,
    string Name,
    string Department,
    string AreaCode,
    string AreaPath,
    bool Synthetic
);

/// <summary>Where work is sent, and why.</summary>
/// <param name="Unit">The chosen unit.</param>
/// <param name="Code"><c>routing.sector</c> (its sector holds the place), <c>routing.area</c> (its areas hold the sector's), <c>routing.nearest</c> along the coast, or <c>routing.nearest-straight</c> inland.</param>
/// <param name="DistanceMetres">From the unit to the place, straight or for <c>routing.nearest</c> along the coast; null when the unit's position is not known.</param>
/// <param name="Others">The next ones, best first, at most five.</param>
public sealed record Routing(
    UnitSummary Unit,
    string Code,
    double? DistanceMetres,
    IReadOnlyList<RoutingCandidate> Others
);

/// <summary>A unit that was not chosen.</summary>
public sealed record RoutingCandidate(UnitSummary Unit, string Code, double? DistanceMetres);
