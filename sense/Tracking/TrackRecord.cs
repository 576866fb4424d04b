using Fourfold.Geo;

namespace Fourfold.Tracking;

/// <summary>What the tracker keeps of a track, changed in place; times are UTC ticks.</summary>
internal struct TrackRecord
{
    public TrackId Id;
    public int Generation;
    public int Mmsi;
    public int NextOfMmsi;
    public bool IsUsed;
    public bool IsAnnounced;

    /// <summary>Changed since last announced.</summary>
    public bool IsDirty;

    /// <summary>The slot stands in the list of changed ones; survives its track.</summary>
    public bool IsListed;
    public TrackStatus Status;
    public Transponder Transponder;
    public TrackFlags Flags;
    public ObservationKind LastKind;
    public float Quality;
    public long AtTicks;
    public long FirstTicks;
    public long ReceivedTicks;
    public Position Position;
    public double VelocityEast;
    public double VelocityNorth;
    public double AccuracyMetres;
    public double? Speed;
    public double? Course;
    public double? Heading;
    public double? RateOfTurn;
    public double? LengthMetres;
    public NavigationStatus? NavigationStatus;
    public int Observations;
    public Contributions Contributions;
    public RawRef Raw;

    // A reported speed is good to a few tenths of a knot; a derived one is worse, and one never heard unknown.
    private const double ReportedVelocityDeviation = 0.2;
    private const double UnknownVelocityDeviation = 10;

    public readonly TrackState ToState(int slot) =>
        new()
        {
            Id = Id,
            Slot = slot,
            Generation = Generation,
            Kind = Transponder == Transponder.OwnUnit ? TrackKind.OwnUnit : TrackKind.AisOnly,
            Status = Status,
            Transponder = Transponder,
            Flags = Flags,
            Mmsi = Mmsi == 0 ? null : Mmsi,
            IdentityProbability = Mmsi == 0 ? 0 : 1,
            Existence = 1,
            Quality = Quality,
            At = new DateTimeOffset(AtTicks, TimeSpan.Zero),
            Position = Position,
            VelocityEast = VelocityEast,
            VelocityNorth = VelocityNorth,
            Covariance = Covariance.Round(
                AccuracyMetres,
                Speed is null ? UnknownVelocityDeviation : ReportedVelocityDeviation
            ),
            Speed = Speed,
            Course = Course,
            Heading = Heading,
            RateOfTurn = RateOfTurn,
            NavigationStatus = NavigationStatus,
            LengthMetres = LengthMetres,
            FirstObservedAt = new DateTimeOffset(FirstTicks, TimeSpan.Zero),
            ReceivedAt = new DateTimeOffset(ReceivedTicks, TimeSpan.Zero),
            Observations = Observations,
            Contributions = Contributions,
            Raw = Raw,
        };
}
