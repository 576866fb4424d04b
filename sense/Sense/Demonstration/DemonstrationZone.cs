using Fourfold.Geo;

namespace Fourfold.Sense.Demonstration;

/// <summary>A made-up zone that the host's scenario plays around.</summary>
/// <param name="Name">As shown; it says that it is made up.</param>
/// <param name="Kind"><c>watch</c>, <c>harbour</c>, <c>anchorage</c> or <c>closed</c>.</param>
/// <param name="Area">Where it is.</param>
public sealed record DemonstrationZone(string Name, string Kind, MultiPolygon Area);
