using Fourfold.Codecs.Ais.Applications;

namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of types 6, 8, 25 and 26 with data of any application.</summary>
public readonly record struct BinaryMessageFields() : IAisFields
{
    /// <summary>6 to one, 8 to all, 25 in one slot, 26 in several with a communication state.</summary>
    public int Type { get; init; } = 8;

    /// <summary>Times repeated, 0–3.</summary>
    public int Repeat { get; init; }

    /// <summary>MMSI of the sender.</summary>
    public uint Mmsi { get; init; }

    /// <summary>MMSI of the addressee: needed for type 6, optional for 25 and 26, not sent with 8.</summary>
    public int? Destination { get; init; }

    /// <summary>Type 6: sequence number that the acknowledgement repeats, 0–3.</summary>
    public int Sequence { get; init; }

    /// <summary>Type 6: sent again.</summary>
    public bool IsRetransmitted { get; init; }

    /// <summary>Type 26: the communication state.</summary>
    public CommunicationState? Communication { get; init; }

    /// <summary>The application; null only with types 25 and 26, which may go without.</summary>
    public AisApplicationId? Application { get; init; }

    /// <summary>The data, left-aligned.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>Bits of the data, at most what <see cref="Data"/> holds.</summary>
    public int DataBits { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(DataBits, Data.Length * 8);
        writer.BinaryHeader(Type, Repeat, Mmsi, Destination, Sequence, IsRetransmitted, Application);
        writer.Raw(Data.Span, DataBits);
        if (Type == 26)
        {
            writer.SelectedCommunication(Communication);
        }
    }
}
