namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 5; units and ranges as in <see cref="StaticVoyageData"/>.</summary>
public readonly record struct StaticVoyageDataFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Edition of the standard, 0–3.</summary>
    public int AisVersion { get; init; }

    /// <summary>IMO number.</summary>
    public int? ImoNumber { get; init; }

    /// <summary>Call sign, at most 7 characters; the rest is cut.</summary>
    public string? CallSign { get; init; }

    /// <summary>Name, at most 20 characters; the rest is cut.</summary>
    public string? Name { get; init; }

    /// <summary>Type of ship and cargo, 1–255.</summary>
    public int? ShipType { get; init; }

    /// <summary>Size.</summary>
    public AisDimensions? Dimensions { get; init; }

    /// <summary>What determines the position.</summary>
    public PositionFixType FixType { get; init; }

    /// <summary>Estimated time of arrival, UTC.</summary>
    public AisEta? Eta { get; init; }

    /// <summary>Draught, metres.</summary>
    public double? DraughtMetres { get; init; }

    /// <summary>Destination, at most 20 characters; the rest is cut.</summary>
    public string? Destination { get; init; }

    /// <summary>The data terminal equipment is available.</summary>
    public bool IsTerminalReady { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(5, Repeat, Mmsi);
        writer.UInt(2, (uint)AisVersion);
        writer.UInt(30, (uint)(ImoNumber ?? 0));
        writer.Text(7, CallSign);
        writer.Text(20, Name);
        writer.UInt(8, (uint)(ShipType ?? 0));
        writer.Dimensions(Dimensions);
        writer.UInt(4, (uint)FixType);
        writer.Eta(Eta);
        writer.Clamped(8, DraughtMetres * 10, absent: 0, most: 255);
        writer.Text(20, Destination);
        writer.Flag(!IsTerminalReady);
        writer.UInt(1, 0);
    }
}
