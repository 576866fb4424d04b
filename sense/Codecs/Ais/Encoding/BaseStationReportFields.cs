namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of types 4 and 11; units and ranges as in <see cref="BaseStationReport"/>.</summary>
public readonly record struct BaseStationReportFields() : IAisFields
{
    /// <summary>4 or 11.</summary>
    public int Type { get; init; } = 4;

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>UTC time, in whole seconds.</summary>
    public DateTimeOffset? UtcTime { get; init; }

    /// <summary>The position is better than 10 m.</summary>
    public bool IsAccurate { get; init; }

    /// <summary>Position.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>What determines the position.</summary>
    public PositionFixType FixType { get; init; }

    /// <summary>Asks for long-range messages not to be sent.</summary>
    public bool ControlsLongRange { get; init; }

    /// <summary>Integrity monitoring in use.</summary>
    public bool IsRaim { get; init; }

    /// <summary>Communication state, SOTDMA.</summary>
    public CommunicationState? Communication { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(Type == 11 ? 11 : 4, Repeat, Mmsi);
        var utc = UtcTime?.ToUniversalTime();
        writer.UInt(14, (uint)(utc?.Year ?? 0));
        writer.UInt(4, (uint)(utc?.Month ?? 0));
        writer.UInt(5, (uint)(utc?.Day ?? 0));
        writer.UInt(5, (uint)(utc?.Hour ?? 24));
        writer.UInt(6, (uint)(utc?.Minute ?? 60));
        writer.UInt(6, (uint)(utc?.Second ?? 60));
        writer.Flag(IsAccurate);
        writer.Position(Position);
        writer.UInt(4, (uint)FixType);
        writer.Flag(ControlsLongRange);
        writer.UInt(9, 0);
        writer.Flag(IsRaim);
        writer.Communication(Communication);
    }
}
