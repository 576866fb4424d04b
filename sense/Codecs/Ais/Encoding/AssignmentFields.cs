namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 16; units and ranges as in <see cref="AssignmentCommand"/>.</summary>
public readonly record struct AssignmentFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>MMSI of the first station.</summary>
    public int FirstStation { get; init; }

    /// <summary>Slots from here, or reports in ten minutes when the increment is 0.</summary>
    public int FirstOffset { get; init; }

    /// <summary>Slots between its reports.</summary>
    public int FirstIncrement { get; init; }

    /// <summary>MMSI of the second station; null leaves it out.</summary>
    public int? SecondStation { get; init; }

    /// <summary>The same for it.</summary>
    public int SecondOffset { get; init; }

    /// <summary>The same for it.</summary>
    public int SecondIncrement { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(16, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.UInt(30, (uint)FirstStation);
        writer.UInt(12, (uint)FirstOffset);
        writer.UInt(10, (uint)FirstIncrement);
        if (SecondStation is { } second)
        {
            writer.UInt(30, (uint)second);
            writer.UInt(12, (uint)SecondOffset);
            writer.UInt(10, (uint)SecondIncrement);
        }
        else
        {
            writer.UInt(4, 0);
        }
    }
}
