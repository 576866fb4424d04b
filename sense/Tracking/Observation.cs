using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>One measurement of one thing at one time by one sensor, in SI and radians.</summary>
/// <remarks>
/// AIS kinds and radar-made tracks fill <see cref="Position"/>; radar plots fill <see cref="RangeMetres"/> and
/// <see cref="Azimuth"/> as measured. Camera bearings fill <see cref="Azimuth"/>, how sure it is, and where the camera
/// stands. Of a radar the tracker knows the sensor's place and
/// errors by its number and corrects its biases, so nobody converts them on the way.
/// </remarks>
public readonly record struct Observation
{
    /// <summary>What measured.</summary>
    public required ObservationKind Kind { get; init; }

    /// <summary>When the thing was where it was seen: sensor time, UTC.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    /// <summary>When the bytes reached us, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where the bytes lie; its feed number is the observation's feed.</summary>
    public required RawRef Raw { get; init; }

    /// <summary>Number of the radar or camera that measured; 0 when the thing reported itself.</summary>
    public int SensorNumber { get; init; }

    /// <summary>Identity as transmitted, 1 … 999,999,999; null when the kind has none or it was 0.</summary>
    public int? Mmsi { get; init; }

    /// <summary>The track's number inside the radar that made it (<see cref="ObservationKind.RadarTrack"/>).</summary>
    public int? SensorTrackNumber { get; init; }

    /// <summary>Where the thing was; must be valid for AIS kinds, own units and radar-made tracks. Of a bearing, where the camera stands.</summary>
    public Position Position { get; init; }

    /// <summary>Slant range from the sensor, metres, as measured.</summary>
    public double? RangeMetres { get; init; }

    /// <summary>Direction from the sensor, radians from true north, as measured.</summary>
    public double? Azimuth { get; init; }

    /// <summary>Standard deviation of <see cref="Azimuth"/>, radians, greater than 0; of camera bearings.</summary>
    public double? AzimuthDeviation { get; init; }

    /// <summary>Speed over ground, m/s.</summary>
    public double? Speed { get; init; }

    /// <summary>Course over ground, radians in [0, 2π).</summary>
    public double? Course { get; init; }

    /// <summary>True heading, radians in [0, 2π).</summary>
    public double? Heading { get; init; }

    /// <summary>Rate of turn, radians a second, positive to starboard.</summary>
    public double? RateOfTurn { get; init; }

    /// <summary>What the ship says it is doing.</summary>
    public NavigationStatus? Status { get; init; }

    /// <summary>
    /// Standard deviation of the position as far as the sender says, metres; null when it says nothing. The AIS accuracy
    /// flag means 10 m or better (differential) or worse than 10 m.
    /// </summary>
    public double? AccuracyMetres { get; init; }

    /// <summary>Extent along the thing's greatest axis, metres, as the sensor sees it.</summary>
    public double? LengthMetres { get; init; }

    /// <summary>
    /// Hash of the transmitted payload without what receivers add (checksum, channel, tag block): two receivers of one
    /// transmission give the same. 0 when the feed has no such thing; then equal contents close in time count as one.
    /// </summary>
    public ulong TransmissionHash { get; init; }

    /// <summary>True when a simulator made it; travels on to track, finding, alert and case.</summary>
    public bool Simulated { get; init; }
}
