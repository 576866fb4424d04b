namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 24 part A; units and ranges as in <see cref="StaticDataReport"/>.</summary>
public readonly record struct StaticDataPartAFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Name, at most 20 characters; the rest is cut.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(24, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.Text(20, Name);
    }
}
