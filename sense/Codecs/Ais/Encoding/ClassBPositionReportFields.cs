namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 18; units and ranges as in <see cref="ClassBPositionReport"/>.</summary>
public readonly record struct ClassBPositionReportFields() : IAisFields
{
    // What a carrier-sense unit sends in place of a communication state (§3.16).
    private static readonly CommunicationState CarrierSenseFiller = new(0b110_0000_0000_0000_0110, IsItdma: true);

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

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

    /// <summary>A carrier-sense unit (the default) or a self-organising one.</summary>
    public bool IsCarrierSense { get; init; } = true;

    /// <summary>Has a display.</summary>
    public bool HasDisplay { get; init; }

    /// <summary>Has a DSC function.</summary>
    public bool HasDsc { get; init; } = true;

    /// <summary>Can use the whole marine band.</summary>
    public bool IsWholeBand { get; init; } = true;

    /// <summary>Accepts channel management.</summary>
    public bool AcceptsMessage22 { get; init; } = true;

    /// <summary>In assigned mode.</summary>
    public bool IsAssigned { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>Communication state of a self-organising unit; a carrier-sense one sends the standard's filler.</summary>
    public CommunicationState? Communication { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(18, Repeat, Mmsi);
        writer.UInt(8, 0);
        writer.Speed(SpeedKnots);
        writer.Flag(IsAccurate);
        writer.Position(Position);
        writer.Course(CourseDegrees);
        writer.Heading(HeadingDegrees);
        writer.Timestamp(Timestamp);
        writer.UInt(2, 0);
        writer.Flag(IsCarrierSense);
        writer.Flag(HasDisplay);
        writer.Flag(HasDsc);
        writer.Flag(IsWholeBand);
        writer.Flag(AcceptsMessage22);
        writer.Flag(IsAssigned);
        writer.Flag(IsRaim);
        writer.SelectedCommunication(IsCarrierSense ? CarrierSenseFiller : Communication);
    }
}
