namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of type 17; units and ranges as in <see cref="GnssBroadcast"/>.</summary>
public readonly record struct GnssBroadcastFields() : IAisFields
{
    private const int BytesPerWord = 3;
    private const int MaxWords = 29;

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>Position of the reference station; rounded to 1/10 minute.</summary>
    public AisPosition? Position { get; init; }

    /// <summary>M.823 message type, 0–63.</summary>
    public int CorrectionType { get; init; }

    /// <summary>M.823 station identifier, 0–1023.</summary>
    public int ReferenceStation { get; init; }

    /// <summary>M.823 modified Z count, in 0.6 s, 0–8191.</summary>
    public int ZCount { get; init; }

    /// <summary>M.823 sequence number, 0–7.</summary>
    public int Sequence { get; init; }

    /// <summary>Station health, 0–7.</summary>
    public int Health { get; init; }

    /// <summary>The data words, three bytes each, at most 29.</summary>
    public ReadOnlyMemory<byte> Words { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(17, Repeat, Mmsi);
        writer.UInt(2, 0);
        writer.CoarsePosition(Position);
        writer.UInt(5, 0);
        writer.UInt(6, (uint)CorrectionType);
        writer.UInt(10, (uint)ReferenceStation);
        writer.UInt(13, (uint)ZCount);
        writer.UInt(3, (uint)Sequence);
        var words = Math.Min(Words.Length / BytesPerWord, MaxWords);
        writer.UInt(5, (uint)words);
        writer.UInt(3, (uint)Health);
        writer.Raw(Words.Span, words * BytesPerWord * 8);
    }
}
