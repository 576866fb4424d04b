namespace Fourfold.Codecs.RemoteId;

/// <summary>Type 3: what the operator says about the flight.</summary>
/// <remarks>ASTM F3411-22a, §5.4.5.11, table 8. Reading makes a string.</remarks>
public readonly record struct SelfId
{
    /// <summary>0 text, 1 emergency, 2 extended status, 201–255 private use.</summary>
    public byte Kind { get; init; }

    /// <summary>At most 23 ASCII characters.</summary>
    public string Text { get; init; }

    /// <summary>Reads a message; false when it is of another type or cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SelfId self)
    {
        var isSelf = RemoteIdMessage.Is(bytes, RemoteIdType.SelfId);
        self = isSelf ? new SelfId { Kind = bytes[1], Text = RemoteIdUnits.Text(bytes[2..25]) } : default;
        return isSelf;
    }

    /// <summary>Writes 25 octets.</summary>
    /// <exception cref="ArgumentException">The text is too long or the destination too short.</exception>
    public int Write(Span<byte> destination)
    {
        var message = RemoteIdMessage.Begin(destination, RemoteIdType.SelfId);
        message[1] = Kind;
        RemoteIdUnits.WriteText(Text ?? "", message[2..]);
        return RemoteIdMessage.Octets;
    }
}
