namespace Fourfold.Geo;

/// <summary>An area with one outer edge and any number of holes.</summary>
public sealed class Polygon
{
    private readonly LinearRing[] rings;

    /// <summary>An area inside an outer edge and outside the holes, which are taken to lie within it.</summary>
    public Polygon(LinearRing outer, params ReadOnlySpan<LinearRing> holes)
    {
        rings = [outer, .. holes];
    }

    /// <summary>The outer edge.</summary>
    public LinearRing Outer => rings[0];

    /// <summary>The edges of the holes.</summary>
    public ReadOnlySpan<LinearRing> Holes => rings.AsSpan(1);

    /// <summary>Outer edge and holes.</summary>
    public ReadOnlySpan<LinearRing> Rings => rings;

    /// <summary>The smallest box around it.</summary>
    public BoundingBox Box => Outer.Box;

    /// <summary>True when the place is inside the outer edge and in no hole. Linear in the number of places.</summary>
    public bool Contains(Position place)
    {
        if (!Outer.Contains(place))
        {
            return false;
        }

        foreach (var hole in Holes)
        {
            if (hole.Contains(place))
            {
                return false;
            }
        }

        return true;
    }
}
