namespace Fourfold.Codecs.RemoteId;

/// <summary>The messages of one payload: one, or those of a pack.</summary>
/// <example><code>foreach (var message in RemoteIdMessages.Of(payload)) if (LocationVector.TryRead(message.Bytes, out var l)) …</code></example>
public ref struct RemoteIdMessages
{
    private ReadOnlySpan<byte> _rest;
    private int _left;

    private RemoteIdMessages(ReadOnlySpan<byte> bytes, int count, RemoteIdFault fault)
    {
        _rest = bytes;
        _left = count;
        Fault = fault;
    }

    /// <summary>Why there are no messages, or fewer than the pack says; none when all is well.</summary>
    public RemoteIdFault Fault { get; }

    /// <summary>The message.</summary>
    public RemoteIdMessage Current { get; private set; }

    /// <summary>Reads a payload, as <see cref="RemoteIdFrame"/> finds it. Never throws.</summary>
    public static RemoteIdMessages Of(ReadOnlySpan<byte> payload)
    {
        if (payload.Length == 0)
        {
            return new(default, 0, RemoteIdFault.Truncated);
        }
        if (payload[0] >> 4 != (int)RemoteIdType.Pack)
        {
            var isWhole = payload.Length >= RemoteIdMessage.Octets;
            return new(payload, isWhole ? 1 : 0, isWhole ? RemoteIdFault.None : RemoteIdFault.Truncated);
        }
        if (payload.Length < RemoteIdMessage.PackHeaderOctets)
        {
            return new(default, 0, RemoteIdFault.Truncated);
        }
        var (size, count) = (payload[1], payload[2]);
        if (size != RemoteIdMessage.Octets || count is 0 or > RemoteIdMessage.MaxInPack)
        {
            return new(default, 0, RemoteIdFault.PackInvalid);
        }
        var messages = payload[RemoteIdMessage.PackHeaderOctets..];
        var whole = Math.Min(count, messages.Length / RemoteIdMessage.Octets);
        return new(messages, whole, whole == count ? RemoteIdFault.None : RemoteIdFault.Truncated);
    }

    /// <summary>Goes to the next message.</summary>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }
        Current = new RemoteIdMessage(_rest[..RemoteIdMessage.Octets]);
        _rest = _rest[RemoteIdMessage.Octets..];
        _left--;
        return true;
    }

    /// <summary>This.</summary>
    public readonly RemoteIdMessages GetEnumerator() => this;

    /// <summary>Begins a pack; the messages follow it.</summary>
    /// <param name="count">Messages, 1–9.</param>
    /// <param name="destination">At least three octets.</param>
    /// <returns>Octets written, 3.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such number of messages fits a pack.</exception>
    public static int WritePack(int count, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, RemoteIdMessage.MaxInPack);
        destination[2] = (byte)count;
        destination[1] = RemoteIdMessage.Octets;
        destination[0] = (int)RemoteIdType.Pack << 4 | RemoteIdMessage.Version;
        return RemoteIdMessage.PackHeaderOctets;
    }
}
