namespace Fourfold.Codecs.Ais.Applications;

/// <summary>The editions of a sub-area's layout.</summary>
public enum SubAreaEdition
{
    /// <summary>1/22 and 1/23: 87 bits.</summary>
    Imo,

    /// <summary>366/22: 90 bits.</summary>
    CoastGuardTrial,

    /// <summary>367/22: 96 bits.</summary>
    Geographic,
}
