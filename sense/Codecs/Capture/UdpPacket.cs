using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

/// <summary>Where the payload of a UDP datagram lies in a captured frame.</summary>
internal readonly record struct UdpPacket(
    CaptureFault Fault,
    int Start = 0,
    int Length = 0,
    ushort SourcePort = 0,
    ushort DestinationPort = 0
)
{
    private const int Udp = 17;
    private const int Ethernet = 14;

    /// <summary>Follows the headers of a frame.</summary>
    /// <param name="link">LINKTYPE as tcpdump.org lists them.</param>
    /// <param name="frame">The frame as captured; cut short is no matter as long as the datagram is whole.</param>
    public static UdpPacket Of(int link, ReadOnlySpan<byte> frame)
    {
        var (fault, at) = SkipLink(link, frame);
        if (fault is not CaptureFault.None)
        {
            return new(fault);
        }
        if (at >= frame.Length)
        {
            return new(CaptureFault.FrameTruncated);
        }
        return (frame[at] >> 4) switch
        {
            4 => OfIpV4(frame, at),
            6 => OfIpV6(frame, at),
            _ => new(CaptureFault.NotIp),
        };
    }

    private static (CaptureFault Fault, int At) SkipLink(int link, ReadOnlySpan<byte> frame) =>
        link switch
        {
            1 => SkipEthernet(frame),
            12 or 14 or 101 or 228 or 229 => (CaptureFault.None, 0),
            0 or 108 => (CaptureFault.None, 4),
            113 => SkipTyped(frame, 14, 16),
            276 => SkipTyped(frame, 0, 20),
            _ => (CaptureFault.LinkUnknown, 0),
        };

    private static (CaptureFault Fault, int At) SkipEthernet(ReadOnlySpan<byte> frame)
    {
        var at = Ethernet;
        for (var tags = 0; tags <= CaptureLimits.MaxVlanTags && frame.Length >= at; tags++)
        {
            if (U16(frame, at - 2) is not (0x8100 or 0x88A8 or 0x9100))
            {
                return SkipTyped(frame, at - 2, at);
            }
            at += 4;
        }
        return (frame.Length < at ? CaptureFault.FrameTruncated : CaptureFault.NotIp, 0);
    }

    private static (CaptureFault Fault, int At) SkipTyped(ReadOnlySpan<byte> frame, int type, int payload)
    {
        if (frame.Length < payload)
        {
            return (CaptureFault.FrameTruncated, 0);
        }
        return U16(frame, type) is 0x0800 or 0x86DD ? (CaptureFault.None, payload) : (CaptureFault.NotIp, 0);
    }

    private static UdpPacket OfIpV4(ReadOnlySpan<byte> frame, int at)
    {
        if (frame.Length - at < 20)
        {
            return new(CaptureFault.FrameTruncated);
        }
        var header = (frame[at] & 15) * 4;
        var total = U16(frame, at + 2);
        if (header < 20 || total < header)
        {
            return new(CaptureFault.FrameTruncated);
        }
        // More fragments, or an offset.
        if ((U16(frame, at + 6) & 0x3FFF) != 0)
        {
            return new(CaptureFault.Fragment);
        }
        return frame[at + 9] == Udp ? OfUdp(frame, at + header, at + total) : new(CaptureFault.NotUdp);
    }

    private static UdpPacket OfIpV6(ReadOnlySpan<byte> frame, int at)
    {
        if (frame.Length - at < 40)
        {
            return new(CaptureFault.FrameTruncated);
        }
        var end = at + 40 + U16(frame, at + 4);
        int next = frame[at + 6];
        at += 40;
        for (var headers = 0; headers < CaptureLimits.MaxExtensionHeaders && next != Udp; headers++)
        {
            if (next is not (0 or 43 or 44 or 60))
            {
                return new(CaptureFault.NotUdp);
            }
            if (frame.Length - at < 8)
            {
                return new(CaptureFault.FrameTruncated);
            }
            // A fragment header without offset and without more to come holds the whole packet.
            if (next == 44 && (U16(frame, at + 2) & 0xFFF9) != 0)
            {
                return new(CaptureFault.Fragment);
            }
            var length = next == 44 ? 8 : 8 + frame[at + 1] * 8;
            next = frame[at];
            at += length;
        }
        return next == Udp ? OfUdp(frame, at, end) : new(CaptureFault.NotUdp);
    }

    private static UdpPacket OfUdp(ReadOnlySpan<byte> frame, int at, int end)
    {
        if (frame.Length < at + 8)
        {
            return new(CaptureFault.FrameTruncated);
        }
        var length = U16(frame, at + 4);
        if (length < 8 || at + length > Math.Min(end, frame.Length))
        {
            return new(CaptureFault.FrameTruncated);
        }
        return new(CaptureFault.None, at + 8, length - 8, U16(frame, at), U16(frame, at + 2));
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
