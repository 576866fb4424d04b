namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 19; units and ranges as in <see cref="ExtendedClassBReport"/>.</summary>
public readonly record struct ExtendedClassBReportFields() : IAisFields
{
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

    /// <summary>Name, at most 20 characters; the rest is cut.</summary>
    public string? Name { get; init; }

    /// <summary>Type of ship and cargo, 1–255.</summary>
    public int? ShipType { get; init; }

    /// <summary>Size.</summary>
    public AisDimensions? Dimensions { get; init; }

    /// <summary>What determines the position.</summary>
    public PositionFixType FixType { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>The data terminal equipment is available.</summary>
    public bool IsTerminalReady { get; init; }

    /// <summary>In assigned mode.</summary>
    public bool IsAssigned { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(19, Repeat, Mmsi);
        writer.UInt(8, 0);
        writer.Speed(SpeedKnots);
        writer.Flag(IsAccurate);
        writer.Position(Position);
        writer.Course(CourseDegrees);
        writer.Heading(HeadingDegrees);
        writer.Timestamp(Timestamp);
        writer.UInt(4, 0);
        writer.Text(20, Name);
        writer.UInt(8, (uint)(ShipType ?? 0));
        writer.Dimensions(Dimensions);
        writer.UInt(4, (uint)FixType);
        writer.Flag(IsRaim);
        writer.Flag(!IsTerminalReady);
        writer.Flag(IsAssigned);
        writer.UInt(4, 0);
    }
}
