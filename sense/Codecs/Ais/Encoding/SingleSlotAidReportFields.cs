namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 28; units and ranges as in <see cref="SingleSlotAidReport"/>.</summary>
public readonly record struct SingleSlotAidReportFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Second of the position.</summary>
    public AisTimestamp? Timestamp { get; init; }

    /// <summary>Position.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>Where it may be used, 0–3.</summary>
    public int RestrictedUse { get; init; }

    /// <summary>How it comes to be on the air.</summary>
    public AidStationType StationType { get; init; }

    /// <summary>Type of aid, 1–127.</summary>
    public int? AidType { get; init; }

    /// <summary>Number in its maritime resource name, 0–131,071.</summary>
    public int ResourceNumber { get; init; }

    /// <summary>What the dimensions are, 0–15.</summary>
    public int DimensionsType { get; init; }

    /// <summary>The first dimension, raw, 0–511.</summary>
    public int DimensionA { get; init; }

    /// <summary>The second dimension, raw, 0–2,047.</summary>
    public int DimensionB { get; init; }

    /// <summary>More about the dimensions is sent otherwise.</summary>
    public bool HasAdditionalData { get; init; }

    /// <summary>Whether it is in the chart, raw, 0 or 1.</summary>
    public int ChartedStatus { get; init; }

    /// <summary>State, 0–15.</summary>
    public int OnStation { get; init; }

    /// <summary>Eight bits of status.</summary>
    public int StatusBits { get; init; }

    /// <summary>Said to be authenticated.</summary>
    public bool IsAuthenticated { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(28, Repeat, Mmsi);
        writer.Timestamp(Timestamp);
        writer.Position(Position);
        writer.UInt(2, (uint)RestrictedUse);
        writer.UInt(3, (uint)StationType);
        writer.UInt(7, (uint)(AidType ?? 0));
        writer.UInt(17, (uint)ResourceNumber);
        writer.UInt(4, (uint)DimensionsType);
        writer.UInt(9, (uint)DimensionA);
        writer.UInt(11, (uint)DimensionB);
        writer.Flag(HasAdditionalData);
        writer.UInt(1, (uint)ChartedStatus);
        writer.UInt(4, (uint)OnStation);
        writer.UInt(8, (uint)StatusBits);
        writer.UInt(1, 0);
        writer.Flag(IsAuthenticated);
    }
}
