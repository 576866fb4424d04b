namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 22; units and ranges as in <see cref="ChannelManagement"/>.</summary>
public readonly record struct ChannelManagementFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Channel A, ITU-R M.1084, 0–4095.</summary>
    public int ChannelA { get; init; }

    /// <summary>Channel B, 0–4095.</summary>
    public int ChannelB { get; init; }

    /// <summary>0 both, 1 send on A only, 2 send on B only.</summary>
    public int TransmitReceiveMode { get; init; }

    /// <summary>Low power.</summary>
    public bool IsLowPower { get; init; }

    /// <summary>North-east corner of the area; rounded to 1/10 minute.</summary>
    public AisPosition? NorthEast { get; init; }

    /// <summary>South-west corner of the area; rounded to 1/10 minute.</summary>
    public AisPosition? SouthWest { get; init; }

    /// <summary>MMSI of the first station; not null makes the message one for two stations, without an area.</summary>
    public int? FirstStation { get; init; }

    /// <summary>MMSI of the second station.</summary>
    public int SecondStation { get; init; }

    /// <summary>Channel A is spare (was 12.5 kHz).</summary>
    public bool IsNarrowA { get; init; }

    /// <summary>Channel B is spare (was 12.5 kHz).</summary>
    public bool IsNarrowB { get; init; }

    /// <summary>Width of the transitional zone, nautical miles, 1–8.</summary>
    public int TransitionalZoneMiles { get; init; } = 5;

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(22, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.UInt(12, (uint)ChannelA);
        writer.UInt(12, (uint)ChannelB);
        writer.UInt(4, (uint)TransmitReceiveMode);
        writer.Flag(IsLowPower);
        if (FirstStation is { } first)
        {
            writer.UInt(30, (uint)first);
            writer.UInt(5, 0);
            writer.UInt(30, (uint)SecondStation);
            writer.UInt(5, 0);
        }
        else
        {
            writer.CoarsePosition(NorthEast);
            writer.CoarsePosition(SouthWest);
        }
        writer.Flag(FirstStation is not null);
        writer.Flag(IsNarrowA);
        writer.Flag(IsNarrowB);
        writer.UInt(3, (uint)Math.Clamp(TransitionalZoneMiles - 1, 0, 7));
        writer.UInt(23, 0);
    }
}
