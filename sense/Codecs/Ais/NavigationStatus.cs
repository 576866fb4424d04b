namespace Fourfold.Codecs.Ais;

/// <summary>Navigational status of a class A station.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, Table 48.</remarks>
public enum NavigationStatus
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
    Fishing = 7,

    /// <summary>Under way sailing.</summary>
    UnderWaySailing = 8,

    /// <summary>Reserved; was high-speed craft with dangerous goods.</summary>
    Reserved9 = 9,

    /// <summary>Reserved; was wing in ground with dangerous goods.</summary>
    Reserved10 = 10,

    /// <summary>Power-driven vessel towing astern (regional use).</summary>
    TowingAstern = 11,

    /// <summary>Power-driven vessel pushing ahead or towing alongside (regional use).</summary>
    PushingOrTowingAlongside = 12,

    /// <summary>Reserved.</summary>
    Reserved13 = 13,

    /// <summary>An active AIS-SART, man-overboard device or EPIRB.</summary>
    DistressDevice = 14,

    /// <summary>Undefined: the default, also sent by distress devices under test.</summary>
    Undefined = 15,
}
