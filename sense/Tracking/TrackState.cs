using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>What is believed of one moving thing at <see cref="At"/>.</summary>
public readonly record struct TrackState
{
    /// <summary>Identity for life, kept through gaps and across cells.</summary>
    public required TrackId Id { get; init; }

    /// <summary>
    /// Small number, 0 … capacity − 1, for arrays and the live picture. Given to another track after death, then with the
    /// next generation.
    /// </summary>
    public required int Slot { get; init; }

    /// <summary>How often the slot has been given away, from 1.</summary>
    public required int Generation { get; init; }

    /// <summary>What it rests on.</summary>
    public TrackKind Kind { get; init; }

    /// <summary>Where it is in its life.</summary>
    public TrackStatus Status { get; init; }

    /// <summary>The radio it speaks with.</summary>
    public Transponder Transponder { get; init; }

    /// <summary>What is odd about it.</summary>
    public TrackFlags Flags { get; init; }

    /// <summary>The identity most probably its own; null for none, and always for radar only.</summary>
    public int? Mmsi { get; init; }

    /// <summary>Probability of <see cref="Mmsi"/> being right, 0 … 1; 1 where only AIS speaks.</summary>
    public float IdentityProbability { get; init; }

    /// <summary>Probability that there is such a thing at all, 0 … 1.</summary>
    public float Existence { get; init; }

    /// <summary>Share of the late observations that agree with its motion, 0 … 1.</summary>
    public float Quality { get; init; }

    /// <summary>Time of the state: that of the newest observation in it, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Where it was at <see cref="At"/>.</summary>
    public Position Position { get; init; }

    /// <summary>Velocity east, m/s; 0 when unknown.</summary>
    public double VelocityEast { get; init; }

    /// <summary>Velocity north, m/s; 0 when unknown.</summary>
    public double VelocityNorth { get; init; }

    /// <summary>Where its AIS says it was at <see cref="At"/>, while that is not where radar has it; else null.</summary>
    public Position? ClaimedPosition { get; init; }

    /// <summary>Uncertainty of position and velocity.</summary>
    public Covariance Covariance { get; init; }

    /// <summary>Speed over ground, m/s; null when neither reported nor yet derived from two places.</summary>
    public double? Speed { get; init; }

    /// <summary>Last steady course over ground, radians; below half a knot a reported course is noise and is not taken.</summary>
    public double? Course { get; init; }

    /// <summary>True heading as reported, radians.</summary>
    public double? Heading { get; init; }

    /// <summary>Rate of turn as reported, radians a second.</summary>
    public double? RateOfTurn { get; init; }

    /// <summary>What the ship says it is doing.</summary>
    public NavigationStatus? NavigationStatus { get; init; }

    /// <summary>Estimated extent, metres.</summary>
    public double? LengthMetres { get; init; }

    /// <summary>Time of the first observation in this life, UTC.</summary>
    public DateTimeOffset FirstObservedAt { get; init; }

    /// <summary>When the newest observation reached us, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>How many observations it rests on, duplicates not counted.</summary>
    public int Observations { get; init; }

    /// <summary>Which feeds and sensors, and when last.</summary>
    public Contributions Contributions { get; init; }

    /// <summary>Bytes of the newest observation.</summary>
    public RawRef Raw { get; init; }

    /// <summary>True when a simulator made it.</summary>
    public bool IsSimulated => (Flags & TrackFlags.Simulated) != 0;

    /// <summary>
    /// True when it says it is moored, at anchor or aground and its speed does not contradict (a forgotten status is the
    /// commonest error of AIS), or when it is not a vessel but a fixed station.
    /// </summary>
    public bool IsStationary =>
        Transponder is Transponder.BaseStation or Transponder.AidToNavigation || IsAtRest(NavigationStatus, Speed);

    /// <summary>The fastest a ship at anchor is ever reported, m/s (3 knots; ITU-R M.1371-5, Annex 1, table 1).</summary>
    private static readonly double FastestAtRest = Geo.Speed.FromKnots(3);

    /// <summary>Whether a status says at rest and a speed, m/s, does not contradict.</summary>
    internal static bool IsAtRest(NavigationStatus? status, double? speed) =>
        status
            is Tracking.NavigationStatus.AtAnchor
                or Tracking.NavigationStatus.Moored
                or Tracking.NavigationStatus.Aground
        && !(speed > FastestAtRest);

    /// <summary>Time since its newest observation, never negative.</summary>
    public TimeSpan Age(DateTimeOffset now) => now > At ? now - At : TimeSpan.Zero;

    /// <summary>
    /// Where it would be with constant velocity; at most <paramref name="limit"/> beyond <see cref="At"/>, for a ship's
    /// course is worth nothing after a while.
    /// </summary>
    public Position PositionAt(DateTimeOffset now, TimeSpan limit)
    {
        var seconds = Math.Clamp((now - At).TotalSeconds, 0, limit.TotalSeconds);
        return seconds == 0 || (VelocityEast == 0 && VelocityNorth == 0)
            ? Position
            : new LocalFrame(Position).ToPosition(new LocalPoint(VelocityEast, VelocityNorth) * seconds);
    }
}
