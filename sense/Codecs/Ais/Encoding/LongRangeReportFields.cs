namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 27; units and ranges as in <see cref="LongRangeReport"/>.</summary>
public readonly record struct LongRangeReportFields() : IAisFields
{
    /// <summary>Times repeated; the standard says 3.</summary>
    public int Repeat { get; init; } = 3;

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>The position is better than 10 m.</summary>
    public bool IsAccurate { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>Navigational status.</summary>
    public NavigationStatus Status { get; init; } = NavigationStatus.Undefined;

    /// <summary>Position; rounded to 1/10 minute.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>Speed over ground, knots; rounded, at most 62.</summary>
    public double? SpeedKnots { get; init; }

    /// <summary>Course over ground, degrees; rounded, any number is turned into 0–359.</summary>
    public double? CourseDegrees { get; init; }

    /// <summary>The position is older than 5 s.</summary>
    public bool IsDelayed { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(27, Repeat, Mmsi);
        writer.Flag(IsAccurate);
        writer.Flag(IsRaim);
        writer.UInt(4, (uint)Status);
        writer.CoarsePosition(Position);
        writer.Clamped(6, SpeedKnots, absent: 63, most: 62);
        writer.Heading(CourseDegrees);
        writer.Flag(IsDelayed);
        writer.UInt(1, 0);
    }
}
