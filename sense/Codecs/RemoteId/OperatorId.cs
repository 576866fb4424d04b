namespace Fourfold.Codecs.RemoteId;

/// <summary>Type 5: who the operator is.</summary>
/// <remarks>
/// ASTM F3411-22a, §5.4.5.13, table 10. Identifies a person or firm: keep it no longer than the purpose needs. Reading
/// makes a string.
/// </remarks>
public readonly record struct OperatorId
{
    /// <summary>0 an authority's number, 201–255 private use.</summary>
    public byte Kind { get; init; }

    /// <summary>At most 20 ASCII characters.</summary>
    public string Id { get; init; }

    /// <summary>Reads a message; false when it is of another type or cut short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out OperatorId id)
    {
        var isOperator = RemoteIdMessage.Is(bytes, RemoteIdType.OperatorId);
        id = isOperator ? new OperatorId { Kind = bytes[1], Id = RemoteIdUnits.Text(bytes[2..22]) } : default;
        return isOperator;
    }

    /// <summary>Writes 25 octets.</summary>
    /// <exception cref="ArgumentException">The text is too long or the destination too short.</exception>
    public int Write(Span<byte> destination)
    {
        var message = RemoteIdMessage.Begin(destination, RemoteIdType.OperatorId);
        message[1] = Kind;
        RemoteIdUnits.WriteText(Id ?? "", message[2..22]);
        return RemoteIdMessage.Octets;
    }
}
