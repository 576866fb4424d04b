namespace Fourfold.Codecs.Capture;

/// <summary>Why bytes of a recording did not become a datagram.</summary>
/// <remarks>The values are dense from 0 and index <see cref="CaptureFaultCounts"/>.</remarks>
public enum CaptureFault
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>A header, block or record makes no sense; the rest of the recording cannot be read.</summary>
    Malformed,

    /// <summary>The recording ends within a frame.</summary>
    EndTruncated,

    /// <summary>A frame above <see cref="CaptureLimits.MaxFrameOctets"/>; passed over.</summary>
    FrameTooLong,

    /// <summary>A frame was captured in part, or its headers claim more than there is.</summary>
    FrameTruncated,

    /// <summary>A link layer, or an interface, that is not known.</summary>
    LinkUnknown,

    /// <summary>A frame that carries neither IPv4 nor IPv6.</summary>
    NotIp,

    /// <summary>A packet that carries no UDP.</summary>
    NotUdp,

    /// <summary>A fragment of a packet; not put together.</summary>
    Fragment,
}
