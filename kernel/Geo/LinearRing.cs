namespace Fourfold.Geo;

/// <summary>A closed line of places: the edge of a polygon or of a hole. First and last place are the same.</summary>
/// <remarks>
/// As in RFC 7946 (section 3.1.1) an edge is straight in longitude and latitude, not a geodesic; the two differ by 20 m
/// on a 50 km edge at 20° north. Rings do not cross the antimeridian. Winding does not matter here.
/// </remarks>
public sealed class LinearRing
{
    private readonly Position[] positions;

    /// <summary>A ring of at least three different places; it is closed here when the last is not the first.</summary>
    /// <exception cref="ArgumentException">Fewer than three places, or one that is not valid.</exception>
    public LinearRing(ReadOnlySpan<Position> places)
    {
        var closed = places.Length > 1 && places[0] == places[^1];
        if (places.Length - (closed ? 1 : 0) < 3)
        {
            throw new ArgumentException("a ring needs three places", nameof(places));
        }

        foreach (var place in places)
        {
            if (!place.IsValid)
            {
                throw new ArgumentException($"not a valid position: {place}", nameof(places));
            }
        }

        positions = closed ? places.ToArray() : [.. places, places[0]];
        Box = BoundingBox.Around(positions);
    }

    /// <summary>The places; n + 1 of them for n edges, the last equal to the first.</summary>
    public ReadOnlySpan<Position> Positions => positions;

    /// <summary>The smallest box around the ring.</summary>
    public BoundingBox Box { get; }

    /// <summary>Twice the enclosed area in square radians; positive when the ring runs anticlockwise, as RFC 7946 wants.</summary>
    internal double SignedDoubleArea
    {
        get
        {
            var sum = 0.0;
            for (var i = 1; i < positions.Length; i++)
            {
                var a = positions[i - 1];
                var b = positions[i];
                sum +=
                    (a.Longitude - positions[0].Longitude) * (b.Latitude - positions[0].Latitude)
                    - (b.Longitude - positions[0].Longitude) * (a.Latitude - positions[0].Latitude);
            }

            return sum;
        }
    }

    /// <summary>True when the place is inside. Each place of a plane cut into rings is inside exactly one of them.</summary>
    public bool Contains(Position place)
    {
        if (!Box.Contains(place))
        {
            return false;
        }

        var inside = false;
        for (var i = 1; i < positions.Length; i++)
        {
            inside ^= Edge.CrossesRayEast(positions[i - 1], positions[i], place);
        }

        return inside;
    }
}
