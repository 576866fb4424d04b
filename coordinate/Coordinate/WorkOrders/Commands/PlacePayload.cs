using Fourfold.Contracts;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.WorkOrders.Commands;

/// <summary>Where the person was, if the phone knew.</summary>
/// <param name="Position">Degrees WGS 84, or null.</param>
internal sealed record PlacePayload(GeoPoint? Position = null)
{
    /// <summary>The position, or 422 when it is none on earth.</summary>
    public GeoPoint? Checked() => CheckPlace(Position);

    /// <summary>As given, or 422.</summary>
    public static GeoPoint? CheckPlace(GeoPoint? place) =>
        place is { IsValid: false } ? throw Refused.Invalid("position.out-of-range", "payload.position") : place;
}
