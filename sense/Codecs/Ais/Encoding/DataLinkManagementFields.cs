namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 20; units and ranges as in <see cref="DataLinkManagement"/>.</summary>
public readonly record struct DataLinkManagementFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>The first group of slots.</summary>
    public SlotReservation First { get; init; }

    /// <summary>The second; null ends the message.</summary>
    public SlotReservation? Second { get; init; }

    /// <summary>The third; null ends the message.</summary>
    public SlotReservation? Third { get; init; }

    /// <summary>The fourth.</summary>
    public SlotReservation? Fourth { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(20, Repeat, Mmsi);
        writer.UInt(2, 0);
        Reserve(ref writer, First);
        if (Second is { } second)
        {
            Reserve(ref writer, second);
        }
        if (Second is not null && Third is { } third)
        {
            Reserve(ref writer, third);
        }
        if (Second is not null && Third is not null && Fourth is { } fourth)
        {
            Reserve(ref writer, fourth);
        }
        writer.UInt((8 - writer.Length % 8) % 8, 0);
    }

    private static void Reserve(ref AisBitWriter writer, SlotReservation slots)
    {
        writer.UInt(12, (uint)slots.Offset);
        writer.UInt(4, (uint)slots.Slots);
        writer.UInt(3, (uint)slots.TimeoutMinutes);
        writer.UInt(11, (uint)slots.Increment);
    }
}
