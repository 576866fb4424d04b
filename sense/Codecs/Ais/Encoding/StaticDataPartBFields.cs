namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 24 part B; units and ranges as in <see cref="StaticDataReport"/>.</summary>
public readonly record struct StaticDataPartBFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Type of ship and cargo, 1–255.</summary>
    public int? ShipType { get; init; }

    /// <summary>Manufacturer, at most 3 characters; the rest is cut.</summary>
    public string? VendorId { get; init; }

    /// <summary>Model code, 0–15.</summary>
    public int Model { get; init; }

    /// <summary>Serial number, 0–1,048,575.</summary>
    public int SerialNumber { get; init; }

    /// <summary>Call sign, at most 7 characters; the rest is cut.</summary>
    public string? CallSign { get; init; }

    /// <summary>Size; not sent when <see cref="MothershipMmsi"/> is given.</summary>
    public AisDimensions? Dimensions { get; init; }

    /// <summary>MMSI of the mother ship, for a craft whose own MMSI begins with 98.</summary>
    public int? MothershipMmsi { get; init; }

    /// <summary>What determines the position.</summary>
    public PositionFixType FixType { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(24, Repeat, Mmsi);
        writer.UInt(2, 1);
        writer.UInt(8, (uint)(ShipType ?? 0));
        writer.Text(3, VendorId);
        writer.UInt(4, (uint)Model);
        writer.UInt(20, (uint)SerialNumber);
        writer.Text(7, CallSign);
        if (MothershipMmsi is { } mothership)
        {
            writer.UInt(30, (uint)mothership);
        }
        else
        {
            writer.Dimensions(Dimensions);
        }
        writer.UInt(4, (uint)FixType);
        writer.UInt(2, 0);
    }
}
