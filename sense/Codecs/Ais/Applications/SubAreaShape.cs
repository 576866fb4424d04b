namespace Fourfold.Codecs.Ais.Applications;

/// <summary>What a sub-area is.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 11.3.</remarks>
public enum SubAreaShape
{
    /// <summary>A circle, or a point when its radius is 0.</summary>
    Circle = 0,

    /// <summary>A rectangle, turned about its south-west corner.</summary>
    Rectangle = 1,

    /// <summary>A sector of a circle.</summary>
    Sector = 2,

    /// <summary>A line through points, from the point of the sub-area before.</summary>
    Polyline = 3,

    /// <summary>An area between points, from the point of the sub-area before.</summary>
    Polygon = 4,

    /// <summary>Text about the area.</summary>
    Text = 5,

    /// <summary>Reserved.</summary>
    Reserved6 = 6,

    /// <summary>Reserved.</summary>
    Reserved7 = 7,
}
