namespace Fourfold.Codecs.Ais;

/// <summary>What determines the sender's position.</summary>
/// <remarks>ITU-R M.1371-5, Annex 8, Tables 50, 53 and others ("type of electronic position fixing device").</remarks>
public enum PositionFixType
{
    /// <summary>Undefined: the default.</summary>
    Undefined = 0,

    /// <summary>GPS.</summary>
    Gps = 1,

    /// <summary>GLONASS.</summary>
    Glonass = 2,

    /// <summary>GPS and GLONASS together.</summary>
    GpsGlonass = 3,

    /// <summary>Loran-C.</summary>
    LoranC = 4,

    /// <summary>Chayka.</summary>
    Chayka = 5,

    /// <summary>Integrated navigation system.</summary>
    IntegratedNavigation = 6,

    /// <summary>Surveyed: a fixed position.</summary>
    Surveyed = 7,

    /// <summary>Galileo.</summary>
    Galileo = 8,

    /// <summary>Not used.</summary>
    Reserved9 = 9,

    /// <summary>Not used.</summary>
    Reserved10 = 10,

    /// <summary>Not used.</summary>
    Reserved11 = 11,

    /// <summary>Not used.</summary>
    Reserved12 = 12,

    /// <summary>Not used.</summary>
    Reserved13 = 13,

    /// <summary>Not used.</summary>
    Reserved14 = 14,

    /// <summary>The AIS station's internal GNSS receiver.</summary>
    InternalGnss = 15,
}
