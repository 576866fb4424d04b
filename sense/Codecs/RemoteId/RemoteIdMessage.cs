namespace Fourfold.Codecs.RemoteId;

/// <summary>Type of a message: the upper half of its first octet.</summary>
public enum RemoteIdType
{
    /// <summary>Who the aircraft is: <see cref="RemoteId.BasicId"/>.</summary>
    BasicId = 0,

    /// <summary>Where it is and how it moves: <see cref="LocationVector"/>.</summary>
    Location = 1,

    /// <summary>A page of a signature: <see cref="AuthenticationPage"/>.</summary>
    Authentication = 2,

    /// <summary>What the operator says about the flight: <see cref="RemoteId.SelfId"/>.</summary>
    SelfId = 3,

    /// <summary>Where the operator is, and the area of the flight: <see cref="SystemReport"/>.</summary>
    System = 4,

    /// <summary>Who the operator is: <see cref="RemoteId.OperatorId"/>.</summary>
    OperatorId = 5,

    /// <summary>Up to nine of the others in one frame.</summary>
    Pack = 15,
}

/// <summary>One message of 25 octets. Lives as long as the bytes it was read from.</summary>
/// <remarks>ASTM F3411-22a, §5.4.5; ASD-STAN prEN 4709-002, the same octets.</remarks>
public readonly ref struct RemoteIdMessage
{
    /// <summary>Octets of every message but a pack.</summary>
    public const int Octets = 25;

    /// <summary>Most messages in a pack.</summary>
    public const int MaxInPack = 9;

    /// <summary>Octets of a pack before its messages: header, size, count.</summary>
    public const int PackHeaderOctets = 3;

    /// <summary>Longest payload: a full pack.</summary>
    public const int MaxPayloadOctets = PackHeaderOctets + MaxInPack * Octets;

    /// <summary>The protocol version we write: 2, that of F3411-22a.</summary>
    public const byte Version = 2;

    internal RemoteIdMessage(ReadOnlySpan<byte> bytes) => Bytes = bytes;

    /// <summary>The octets, 25.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>What it tells.</summary>
    public RemoteIdType Type => (RemoteIdType)(Bytes[0] >> 4);

    /// <summary>Protocol version it was written in: 0 of 2019, 1 of prEN 4709-002, 2 of F3411-22a.</summary>
    public int ProtocolVersion => Bytes[0] & 15;

    internal static bool Is(ReadOnlySpan<byte> bytes, RemoteIdType type) =>
        bytes.Length >= Octets && bytes[0] >> 4 == (int)type;

    internal static Span<byte> Begin(Span<byte> destination, RemoteIdType type)
    {
        if (destination.Length < Octets)
        {
            throw new ArgumentException($"{Octets} octets are needed", nameof(destination));
        }
        var message = destination[..Octets];
        message.Clear();
        message[0] = (byte)((int)type << 4 | Version);
        return message;
    }
}
