using Fourfold.Kernel.Identity;

namespace Fourfold.Coordinate.Cases;

/// <summary>Somebody does something: who, when by which clock, under which limits.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Limits">What the operator set.</param>
/// <param name="ReceivedAt">When the server got it, UTC.</param>
/// <param name="RecordedAt">When it is written, UTC; the time that decides about deadlines.</param>
/// <param name="DeviceAt">When it was done by the device's clock, which may be wrong; null when done online.</param>
internal sealed record Act(
    Actor Actor,
    CoordinateOptions Limits,
    DateTimeOffset ReceivedAt,
    DateTimeOffset RecordedAt,
    DateTimeOffset? DeviceAt = null
)
{
    /// <summary>When it happened, as far as we know.</summary>
    public DateTimeOffset ObservedAt => DeviceAt ?? ReceivedAt;
}
