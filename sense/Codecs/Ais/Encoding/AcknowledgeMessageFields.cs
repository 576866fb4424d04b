namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of types 7 and 13; units and ranges as in <see cref="AcknowledgeMessage"/>.</summary>
public readonly record struct AcknowledgeMessageFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>7 for a binary, 13 for a safety message.</summary>
    public int Type { get; init; } = 7;

    /// <summary>The first message acknowledged.</summary>
    public Acknowledgement First { get; init; }

    /// <summary>The second; null ends the message.</summary>
    public Acknowledgement? Second { get; init; }

    /// <summary>The third; null ends the message.</summary>
    public Acknowledgement? Third { get; init; }

    /// <summary>The fourth.</summary>
    public Acknowledgement? Fourth { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(Type == 13 ? 13 : 7, Repeat, Mmsi);
        writer.UInt(2, 0);
        First.Write(ref writer);
        Second?.Write(ref writer);
        if (Second is not null)
        {
            Third?.Write(ref writer);
        }
        if (Second is not null && Third is not null)
        {
            Fourth?.Write(ref writer);
        }
    }
}
