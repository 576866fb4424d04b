using System.Buffers.Binary;

namespace Fourfold.Codecs.RemoteId;

/// <summary>Finds Remote ID in what a radio received. Lives as long as the bytes it was read from.</summary>
/// <remarks>ASTM F3411-22a, §5.4.6 (Bluetooth), §5.4.8 (Wi-Fi NaN), §5.4.9 (Wi-Fi beacon).</remarks>
public readonly ref partial struct RemoteIdFrame
{
    private const byte ServiceData = 0x16;
    private const ushort ServiceUuid = 0xFFFA;
    private const byte ApplicationCode = 0x0D;
    private const byte VendorElement = 0xDD;
    private const byte ServiceDescriptor = 0x03;

    /// <summary>Counter of the sender, one up with each new frame of its kind, 0–255.</summary>
    public byte Counter { get; private init; }

    /// <summary>A message or a pack; for <see cref="RemoteIdMessages.Of"/>.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    private static ReadOnlySpan<byte> VendorOui => [0xFA, 0x0B, 0xBC];
    private static ReadOnlySpan<byte> NanOui => [0x50, 0x6F, 0x9A];

    // The first six octets of SHA-256 of "org.opendroneid.remoteid".
    private static ReadOnlySpan<byte> NanService => [0x88, 0x69, 0x19, 0x9D, 0x92, 0x09];

    /// <summary>Looks among the structures of a Bluetooth 4 legacy or Bluetooth 5 extended advertisement (AdvData).</summary>
    /// <param name="data">Structures of length, type and data.</param>
    /// <param name="frame">Receives what was found.</param>
    /// <param name="fault">None, or why there is nothing.</param>
    public static bool TryBluetooth(ReadOnlySpan<byte> data, out RemoteIdFrame frame, out RemoteIdFault fault)
    {
        frame = default;
        fault = RemoteIdFault.NotRemoteId;
        while (data.Length >= 2 && data[0] > 0)
        {
            var length = 1 + data[0];
            if (length > data.Length)
            {
                fault = RemoteIdFault.Truncated;
                return false;
            }
            var body = data[2..length];
            if (
                data[1] == ServiceData
                && body.Length > 4
                && BinaryPrimitives.ReadUInt16LittleEndian(body) == ServiceUuid
                && body[2] == ApplicationCode
            )
            {
                return Found(body[3], body[4..], out frame, out fault);
            }
            data = data[length..];
        }
        return false;
    }

    /// <summary>Looks among the information elements of a Wi-Fi beacon.</summary>
    /// <param name="elements">Elements of identifier, length and data, as they follow the beacon's fixed fields.</param>
    /// <param name="frame">Receives what was found.</param>
    /// <param name="fault">None, or why there is nothing.</param>
    public static bool TryBeacon(ReadOnlySpan<byte> elements, out RemoteIdFrame frame, out RemoteIdFault fault)
    {
        frame = default;
        fault = RemoteIdFault.NotRemoteId;
        while (elements.Length >= 2)
        {
            var length = 2 + elements[1];
            if (length > elements.Length)
            {
                fault = RemoteIdFault.Truncated;
                return false;
            }
            var body = elements[2..length];
            if (
                elements[0] == VendorElement
                && body.Length > 5
                && body.StartsWith(VendorOui)
                && body[3] == ApplicationCode
            )
            {
                return Found(body[4], body[5..], out frame, out fault);
            }
            elements = elements[length..];
        }
        return false;
    }

    /// <summary>Looks among the attributes of a Wi-Fi NaN service discovery frame.</summary>
    /// <param name="action">The public action frame from its category octet 0x04 on, behind the header of 24 octets.</param>
    /// <param name="frame">Receives what was found.</param>
    /// <param name="fault">None, or why there is nothing.</param>
    public static bool TryNan(ReadOnlySpan<byte> action, out RemoteIdFrame frame, out RemoteIdFault fault)
    {
        frame = default;
        fault = RemoteIdFault.NotRemoteId;
        if (
            action.Length < 6
            || action[0] != 0x04
            || action[1] != 0x09
            || !action[2..].StartsWith(NanOui)
            || action[5] != 0x13
        )
        {
            return false;
        }
        for (var attributes = action[6..]; attributes.Length >= 3; )
        {
            var length = 3 + BinaryPrimitives.ReadUInt16LittleEndian(attributes[1..]);
            if (length > attributes.Length)
            {
                fault = RemoteIdFault.Truncated;
                return false;
            }
            var body = attributes[3..length];
            if (attributes[0] == ServiceDescriptor && body.StartsWith(NanService))
            {
                var info = ServiceInfo(body);
                return info.Length > 1
                    ? Found(info[0], info[1..], out frame, out fault)
                    : Missing(RemoteIdFault.Truncated, out fault);
            }
            attributes = attributes[length..];
        }
        return false;
    }

    /// <summary>The service info of a descriptor: behind what its control octet says is there.</summary>
    private static ReadOnlySpan<byte> ServiceInfo(ReadOnlySpan<byte> descriptor)
    {
        if (descriptor.Length < 9)
        {
            return default;
        }
        var control = descriptor[8];
        var at = 9 + ((control & 0x40) != 0 ? 2 : 0);
        foreach (var filter in (ReadOnlySpan<byte>)[0x04, 0x08])
        {
            if ((control & filter) != 0)
            {
                at += at < descriptor.Length ? 1 + descriptor[at] : 1;
            }
        }
        if ((control & 0x10) == 0 || at >= descriptor.Length || at + 1 + descriptor[at] > descriptor.Length)
        {
            return default;
        }
        return descriptor.Slice(at + 1, descriptor[at]);
    }

    private static bool Found(
        byte counter,
        ReadOnlySpan<byte> payload,
        out RemoteIdFrame frame,
        out RemoteIdFault fault
    )
    {
        frame = new RemoteIdFrame { Counter = counter, Payload = payload };
        fault = RemoteIdFault.None;
        return true;
    }

    private static bool Missing(RemoteIdFault why, out RemoteIdFault fault)
    {
        fault = why;
        return false;
    }
}
