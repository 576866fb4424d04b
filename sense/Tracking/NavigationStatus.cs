namespace Fourfold.Tracking;

/// <summary>What a ship says it is doing; the numbers are those of ITU-R M.1371-5, Annex 8, §3.1.</summary>
public enum NavigationStatus : byte
{
    /// <summary>Under way using engine.</summary>
    UnderWayUsingEngine = 0,

    /// <summary>At anchor.</summary>
    AtAnchor = 1,

    /// <summary>Not under command.</summary>
    NotUnderCommand = 2,

    /// <summary>Restricted manoeuvrability.</summary>
    RestrictedManoeuvrability = 3,

    /// <summary>Constrained by her draught.</summary>
    ConstrainedByDraught = 4,

    /// <summary>Moored.</summary>
    Moored = 5,

    /// <summary>Aground.</summary>
    Aground = 6,

    /// <summary>Engaged in fishing.</summary>
    EngagedInFishing = 7,

    /// <summary>Under way sailing.</summary>
    UnderWaySailing = 8,

    /// <summary>Reserved (high-speed craft with dangerous goods).</summary>
    Reserved9 = 9,

    /// <summary>Reserved (wing in ground with dangerous goods).</summary>
    Reserved10 = 10,

    /// <summary>Power-driven vessel towing astern (regional use).</summary>
    TowingAstern = 11,

    /// <summary>Power-driven vessel pushing ahead or towing alongside (regional use).</summary>
    PushingAhead = 12,

    /// <summary>Reserved.</summary>
    Reserved13 = 13,

    /// <summary>An active AIS-SART, MOB or EPIRB device.</summary>
    Distress = 14,

    /// <summary>Not defined; what most class B ships would say if they could.</summary>
    Undefined = 15,
}
