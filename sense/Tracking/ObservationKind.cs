namespace Fourfold.Tracking;

/// <summary>What measured, and hence which fields of an <see cref="Observation"/> mean something.</summary>
public enum ObservationKind : byte
{
    /// <summary>AIS position report of a class A ship (messages 1, 2, 3).</summary>
    AisClassA = 0,

    /// <summary>AIS position report of a class B ship (messages 18, 19).</summary>
    AisClassB = 1,

    /// <summary>AIS long-range report (message 27): a tenth of a minute coarse and minutes apart.</summary>
    AisLongRange = 2,

    /// <summary>AIS report of a search and rescue aircraft (message 9).</summary>
    AisAircraft = 3,

    /// <summary>AIS base station (message 4).</summary>
    AisBaseStation = 4,

    /// <summary>AIS aid to navigation (message 21), real or virtual.</summary>
    AisAidToNavigation = 5,

    /// <summary>A locating device that speaks AIS: SART, man overboard, EPIRB (MMSI 970, 972, 974 …), or a net beacon.</summary>
    AisDevice = 6,

    /// <summary>Radar plot: range and azimuth seen from a sensor.</summary>
    RadarPlot = 16,

    /// <summary>A track made inside a radar (TTM, TLL, ASTERIX 62): a position with errors that are not independent.</summary>
    RadarTrack = 17,

    /// <summary>Bearing of a thing in a camera's picture: azimuth without range.</summary>
    CameraBearing = 32,

    /// <summary>Position of one of our own vessels, reported by itself.</summary>
    OwnUnit = 48,
}
