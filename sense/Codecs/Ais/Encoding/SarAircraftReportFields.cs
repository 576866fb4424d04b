namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 9; units and ranges as in <see cref="SarAircraftReport"/>.</summary>
public readonly record struct SarAircraftReportFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Altitude, metres.</summary>
    public int? AltitudeMetres { get; init; }

    /// <summary>Speed over ground, whole knots.</summary>
    public int? SpeedKnots { get; init; }

    /// <summary>The position is better than 10 m.</summary>
    public bool IsAccurate { get; init; }

    /// <summary>Position.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>Course over ground, degrees; any number is turned into 0–359.9.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>Second of the position.</summary>
    public AisTimestamp? Timestamp { get; init; }

    /// <summary>The altitude is barometric.</summary>
    public bool IsBarometric { get; init; }

    /// <summary>The data terminal equipment is available.</summary>
    public bool IsTerminalReady { get; init; }

    /// <summary>In assigned mode.</summary>
    public bool IsAssigned { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>Communication state.</summary>
    public CommunicationState? Communication { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(9, Repeat, Mmsi);
        writer.Clamped(12, AltitudeMetres, absent: 4095, most: 4094);
        writer.Clamped(10, SpeedKnots, absent: 1023, most: 1022);
        writer.Flag(IsAccurate);
        writer.Position(Position);
        writer.Course(CourseDegrees);
        writer.Timestamp(Timestamp);
        writer.Flag(IsBarometric);
        writer.UInt(7, 0);
        writer.Flag(!IsTerminalReady);
        writer.UInt(3, 0);
        writer.Flag(IsAssigned);
        writer.Flag(IsRaim);
        writer.SelectedCommunication(Communication);
    }
}
