using System.Buffers.Binary;

namespace Fourfold.Codecs.RemoteId;

public readonly ref partial struct RemoteIdFrame
{
    /// <summary>Octets a frame takes at most besides its payload.</summary>
    public const int MaxOverhead = 32;

    /// <summary>Writes a Bluetooth advertising structure; one message makes the 31 octets of a legacy advertisement.</summary>
    /// <param name="counter">Of the sender, one up with each new frame of its kind.</param>
    /// <param name="payload">A message or a pack.</param>
    /// <param name="destination">The payload's length and <see cref="MaxOverhead"/>.</param>
    /// <returns>Octets written.</returns>
    /// <exception cref="ArgumentException">The payload is too long or the destination too short.</exception>
    public static int WriteBluetooth(byte counter, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        Check(payload, destination);
        destination[0] = (byte)(5 + payload.Length);
        destination[1] = ServiceData;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[2..], ServiceUuid);
        destination[4] = ApplicationCode;
        destination[5] = counter;
        payload.CopyTo(destination[6..]);
        return 6 + payload.Length;
    }

    /// <summary>Writes a Wi-Fi beacon's vendor element.</summary>
    /// <inheritdoc cref="WriteBluetooth"/>
    public static int WriteBeacon(byte counter, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        Check(payload, destination);
        destination[0] = VendorElement;
        destination[1] = (byte)(5 + payload.Length);
        VendorOui.CopyTo(destination[2..]);
        destination[5] = ApplicationCode;
        destination[6] = counter;
        payload.CopyTo(destination[7..]);
        return 7 + payload.Length;
    }

    /// <summary>Writes a Wi-Fi NaN service discovery frame from its category octet on: a service descriptor and its extension.</summary>
    /// <inheritdoc cref="WriteBluetooth"/>
    public static int WriteNan(byte counter, ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        Check(payload, destination);
        destination[0] = 0x04;
        destination[1] = 0x09;
        NanOui.CopyTo(destination[2..]);
        destination[5] = 0x13;
        destination[6] = ServiceDescriptor;
        BinaryPrimitives.WriteUInt16LittleEndian(destination[7..], (ushort)(11 + payload.Length));
        NanService.CopyTo(destination[9..]);
        // Instance 1, answering none; a publication that carries service info.
        ReadOnlySpan<byte> control = [0x01, 0x00, 0x10];
        control.CopyTo(destination[15..]);
        destination[18] = (byte)(1 + payload.Length);
        destination[19] = counter;
        payload.CopyTo(destination[20..]);
        // Descriptor extension: instance 1, an update indicator follows.
        ReadOnlySpan<byte> extension = [0x0E, 0x04, 0x00, 0x01, 0x00, 0x02, counter];
        extension.CopyTo(destination[(20 + payload.Length)..]);
        return 20 + payload.Length + extension.Length;
    }

    private static void Check(ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        if (payload.Length > RemoteIdMessage.MaxPayloadOctets || destination.Length < payload.Length + MaxOverhead)
        {
            throw new ArgumentException($"{payload.Length + MaxOverhead} octets are needed", nameof(destination));
        }
    }
}
