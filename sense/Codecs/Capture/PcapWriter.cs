using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

/// <summary>Writes UDP datagrams as a classic pcap file with nanoseconds, such as a simulator's output for other tools.</summary>
/// <remarks>Raw IPv4 (LINKTYPE 101) between two addresses of 127/8; UDP checksums are left out, as IPv4 allows.</remarks>
public static class PcapWriter
{
    /// <summary>Octets of the file's header.</summary>
    public const int HeaderOctets = 24;

    /// <summary>Octets a datagram takes besides its payload.</summary>
    public const int DatagramOverhead = 16 + IpOctets + UdpOctets;

    /// <summary>Longest payload.</summary>
    public const int MaxPayloadOctets = ushort.MaxValue - IpOctets - UdpOctets;

    private const int IpOctets = 20;
    private const int UdpOctets = 8;
    private const uint Loopback = 0x7F000001;

    /// <summary>Writes the file's header.</summary>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="HeaderOctets"/>.</exception>
    public static void WriteHeader(Span<byte> destination)
    {
        var header = destination[..HeaderOctets];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0xA1B23C4D);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], CaptureLimits.MaxFrameOctets);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], 101);
    }

    /// <summary>Writes one datagram.</summary>
    /// <param name="payload">At most <see cref="MaxPayloadOctets"/>.</param>
    /// <param name="unixNanoseconds">When it was sent, since 1970, not negative.</param>
    /// <param name="sourcePort">UDP port it comes from.</param>
    /// <param name="port">UDP port it goes to.</param>
    /// <param name="destination">The payload's length and <see cref="DatagramOverhead"/>.</param>
    /// <returns>Octets written.</returns>
    /// <exception cref="ArgumentException">The payload is too long or the destination too short.</exception>
    public static int WriteDatagram(
        ReadOnlySpan<byte> payload,
        long unixNanoseconds,
        ushort sourcePort,
        ushort port,
        Span<byte> destination
    )
    {
        var length = DatagramOverhead + payload.Length;
        if (payload.Length > MaxPayloadOctets || destination.Length < length)
        {
            throw new ArgumentException($"{length} octets do not fit", nameof(destination));
        }
        var record = destination[..length];
        record[..DatagramOverhead].Clear();
        var (seconds, rest) = Math.DivRem(unixNanoseconds, 1_000_000_000);
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)seconds);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], (uint)rest);
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], length - 16);
        BinaryPrimitives.WriteInt32LittleEndian(record[12..], length - 16);
        WriteIp(record[16..], length - 16);
        var udp = record[(16 + IpOctets)..];
        BinaryPrimitives.WriteUInt16BigEndian(udp, sourcePort);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)(UdpOctets + payload.Length));
        payload.CopyTo(udp[UdpOctets..]);
        return length;
    }

    private static void WriteIp(Span<byte> ip, int length)
    {
        ip[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(ip[2..], (ushort)length);
        ip[8] = 64;
        ip[9] = 17;
        BinaryPrimitives.WriteUInt32BigEndian(ip[12..], Loopback);
        BinaryPrimitives.WriteUInt32BigEndian(ip[16..], Loopback);
        uint sum = 0;
        for (var i = 0; i < IpOctets; i += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(ip[i..]);
        }
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(ip[10..], (ushort)~(sum + (sum >> 16)));
    }
}
