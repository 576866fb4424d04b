namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 23; units and ranges as in <see cref="GroupAssignment"/>.</summary>
public readonly record struct GroupAssignmentFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>North-east corner; rounded to 1/10 minute.</summary>
    public AisPosition? NorthEast { get; init; }

    /// <summary>South-west corner; rounded to 1/10 minute.</summary>
    public AisPosition? SouthWest { get; init; }

    /// <summary>Which stations, 0–15.</summary>
    public int StationType { get; init; }

    /// <summary>Type of ship and cargo, 0 for all.</summary>
    public int ShipType { get; init; }

    /// <summary>0 both, 1 send on A only, 2 send on B only.</summary>
    public int TransmitReceiveMode { get; init; }

    /// <summary>Code for the reporting interval, 0–15.</summary>
    public int IntervalCode { get; init; }

    /// <summary>Silence, minutes, 1–15; 0 for none.</summary>
    public int QuietMinutes { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(23, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.CoarsePosition(NorthEast);
        writer.CoarsePosition(SouthWest);
        writer.UInt(4, (uint)StationType);
        writer.UInt(8, (uint)ShipType);
        writer.UInt(22, 0);
        writer.UInt(2, (uint)TransmitReceiveMode);
        writer.UInt(4, (uint)IntervalCode);
        writer.UInt(4, (uint)QuietMinutes);
        writer.UInt(6, 0);
    }
}
