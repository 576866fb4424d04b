namespace Fourfold.Geo;

/// <summary>The three rings of awareness.</summary>
public enum Ring
{
    /// <summary>On land.</summary>
    OnIsland = 0,

    /// <summary>At sea within 10 km of the shore.</summary>
    Shoreline = 1,

    /// <summary>Farther out.</summary>
    NearSea = 2,
}
