namespace Fourfold.Tracking;

/// <summary>What a track rests on; the first five numbers are those of the live picture.</summary>
public enum TrackKind : byte
{
    /// <summary>Only AIS.</summary>
    AisOnly = 0,

    /// <summary>Only radar: never carries an MMSI or anything derived from one.</summary>
    RadarOnly = 1,

    /// <summary>Radar and AIS that belong together.</summary>
    Fused = 2,

    /// <summary>Only camera bearings.</summary>
    CameraOnly = 3,

    /// <summary>One of our own vessels.</summary>
    OwnUnit = 4,

    /// <summary>AIS where a radar that should see something sees nothing.</summary>
    Ghost = 5,
}

/// <summary>Where a track is in its life.</summary>
public enum TrackStatus : byte
{
    /// <summary>Seen, not yet believed; rules leave it alone.</summary>
    Tentative = 0,

    /// <summary>Reported within the time its class allows.</summary>
    Live = 1,

    /// <summary>Silent for longer than its class should be; where it is drawn is extrapolated.</summary>
    Lost = 2,

    /// <summary>Over; only seen in deaths.</summary>
    Ended = 3,
}

/// <summary>The radio a track speaks with, if any.</summary>
public enum Transponder : byte
{
    /// <summary>None: seen by radar or camera.</summary>
    None = 0,

    /// <summary>AIS class A.</summary>
    ClassA = 1,

    /// <summary>AIS class B.</summary>
    ClassB = 2,

    /// <summary>AIS on a search and rescue aircraft.</summary>
    Aircraft = 3,

    /// <summary>AIS base station ashore.</summary>
    BaseStation = 4,

    /// <summary>AIS aid to navigation.</summary>
    AidToNavigation = 5,

    /// <summary>AIS locating device or net beacon.</summary>
    Device = 6,

    /// <summary>Own reporting of our vessels.</summary>
    OwnUnit = 7,
}

/// <summary>What is odd about a track.</summary>
[Flags]
public enum TrackFlags : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A simulator made it.</summary>
    Simulated = 1,

    /// <summary>Another live track reports the same MMSI from a place this one cannot have reached.</summary>
    DuplicateIdentity = 2,

    /// <summary>Held by radar while its AIS is silent, or never spoke.</summary>
    Dark = 4,

    /// <summary>Its AIS position is off the radar echo that is surely its own.</summary>
    OffsetPosition = 8,

    /// <summary>Its MMSI moved over from another vessel.</summary>
    SwappedIdentity = 16,
}

/// <summary>Why a track is over.</summary>
public enum TrackEndReason : byte
{
    /// <summary>Silent for the whole lifetime of its class.</summary>
    Silent = 0,

    /// <summary>Shed because the tracker holds as many as it may.</summary>
    Shed = 1,

    /// <summary>Found to be the same thing as another track, which goes on.</summary>
    Merged = 2,

    /// <summary>Taken over by the tracker of a neighbouring cell, under the same id.</summary>
    HandedOver = 3,

    /// <summary>The owner's clock was set back, so that all times known of it are wrong.</summary>
    ClockSet = 4,
}
