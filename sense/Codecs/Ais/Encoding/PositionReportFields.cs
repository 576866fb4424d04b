namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of types 1, 2, 3; units and ranges as in <see cref="PositionReport"/>.</summary>
public readonly record struct PositionReportFields() : IAisFields
{
    /// <summary>1, 2 or 3.</summary>
    public int Type { get; init; } = 1;

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Navigational status.</summary>
    public NavigationStatus Status { get; init; } = NavigationStatus.Undefined;

    /// <summary>Rate of turn.</summary>
    public AisTurn? Turn { get; init; }

    /// <summary>Speed over ground, knots.</summary>
    public double? SpeedKnots { get; init; }

    /// <summary>The position is better than 10 m.</summary>
    public bool IsAccurate { get; init; }

    /// <summary>Position.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>Course over ground, degrees; any number is turned into 0–359.9.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>True heading, degrees; any number is turned into 0–359.</summary>
    public double? HeadingDegrees { get; init; }

    /// <summary>Second of the position.</summary>
    public AisTimestamp? Timestamp { get; init; }

    /// <summary>Special manoeuvre.</summary>
    public bool? IsSpecialManoeuvre { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>Communication state.</summary>
    public CommunicationState? Communication { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Type, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Type, 3);
        writer.Header(Type, Repeat, Mmsi);
        writer.UInt(4, (uint)Status);
        writer.Int(8, Turn?.Raw ?? -128);
        writer.Speed(SpeedKnots);
        writer.Flag(IsAccurate);
        writer.Position(Position);
        writer.Course(CourseDegrees);
        writer.Heading(HeadingDegrees);
        writer.Timestamp(Timestamp);
        writer.UInt(2, IsSpecialManoeuvre is { } special ? (special ? 2u : 1u) : 0);
        writer.UInt(3, 0);
        writer.Flag(IsRaim);
        writer.Communication(Communication);
    }
}
