namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 15; units and ranges as in <see cref="InterrogationMessage"/>.</summary>
public readonly record struct InterrogationFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>MMSI of the first station asked.</summary>
    public int FirstStation { get; init; }

    /// <summary>Message type asked of it first.</summary>
    public int FirstType { get; init; }

    /// <summary>Slot offset for the answer.</summary>
    public int FirstSlotOffset { get; init; }

    /// <summary>Message type asked of it second; null ends the message unless a second station is asked.</summary>
    public int? SecondType { get; init; }

    /// <summary>Slot offset for the second answer.</summary>
    public int SecondSlotOffset { get; init; }

    /// <summary>MMSI of the second station asked.</summary>
    public int? SecondStation { get; init; }

    /// <summary>Message type asked of it.</summary>
    public int? SecondStationType { get; init; }

    /// <summary>Slot offset for its answer.</summary>
    public int SecondStationSlotOffset { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(15, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.UInt(30, (uint)FirstStation);
        Ask(ref writer, FirstType, FirstSlotOffset);
        if (SecondType is not null || SecondStation is not null)
        {
            writer.UInt(2, 0);
            Ask(ref writer, SecondType ?? 0, SecondSlotOffset);
        }
        if (SecondStation is { } station)
        {
            writer.UInt(2, 0);
            writer.UInt(30, (uint)station);
            Ask(ref writer, SecondStationType ?? 0, SecondStationSlotOffset);
        }
        writer.UInt(SecondType is null && SecondStation is null ? 0 : 2, 0);
    }

    private static void Ask(ref AisBitWriter writer, int type, int slotOffset)
    {
        writer.UInt(6, (uint)type);
        writer.UInt(12, (uint)slotOffset);
    }
}
