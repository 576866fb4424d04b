namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of types 12 and 14; units and ranges as in <see cref="SafetyMessage"/>.</summary>
public readonly record struct SafetyMessageFields() : IAisFields
{
    private const int MaxAddressed = 156;
    private const int MaxBroadcast = 161;

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>MMSI of the addressee; null makes a broadcast, type 14.</summary>
    public int? Destination { get; init; }

    /// <summary>Sequence number that the acknowledgement repeats, 0–3; addressed only.</summary>
    public int Sequence { get; init; }

    /// <summary>Sent again; addressed only.</summary>
    public bool IsRetransmitted { get; init; }

    /// <summary>The text, at most 156 characters to one station, 161 to all; the rest is cut.</summary>
    public string? Text { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        writer.Header(Destination is null ? 14 : 12, Repeat, Mmsi);
        writer.UInt(2, Destination is null ? 0 : (uint)Sequence);
        if (Destination is { } destination)
        {
            writer.UInt(30, (uint)destination);
            writer.Flag(IsRetransmitted);
            writer.UInt(1, 0);
        }
        writer.Text(Math.Min(Text?.Length ?? 0, Destination is null ? MaxBroadcast : MaxAddressed), Text);
    }
}
