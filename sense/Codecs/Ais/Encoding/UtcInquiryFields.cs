namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 10; as in <see cref="UtcInquiry"/>.</summary>
public readonly record struct UtcInquiryFields() : IAisFields
{
    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>MMSI of the station asked.</summary>
    public int Destination { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(10, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.UInt(30, (uint)Destination);
        writer.UInt(2, 0);
    }
}
