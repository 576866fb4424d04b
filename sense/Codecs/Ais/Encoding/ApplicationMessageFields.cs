using Fourfold.Codecs.Ais.Applications;

namespace Fourfold.Codecs.Ais.Encoding;

/// <summary>Fields of types 6, 8, 25 and 26 with an application; what is null in it is sent as not available.</summary>
public readonly ref struct ApplicationMessageFields<T>() : IAisFields
    where T : struct, IAisApplication, allows ref struct
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

    /// <summary>
    /// Sent under this area code in place of the application's own, which some share: 316 or 366, 235 or 250.
    /// </summary>
    public int? AreaCode { get; init; }

    /// <summary>What is sent.</summary>
    public T Application { get; init; }

    /// <inheritdoc/>
    public void Write(ref AisBitWriter writer)
    {
        var id = T.IdFor(isAddressed: Type == 6 || (Type != 8 && Destination is not null));
        id = id with { AreaCode = AreaCode ?? id.AreaCode };
        writer.BinaryHeader(Type, Repeat, Mmsi, Destination, Sequence, IsRetransmitted, id);
        var application = Application;
        var fields = new FieldWriter(writer);
        application.Visit(ref fields);
        writer = fields.Bits;
        if (Type == 26)
        {
            writer.SelectedCommunication(Communication);
        }
    }
}
