namespace Fourfold.Codecs.Capture;

/// <summary>What a reader accepts at most.</summary>
public static class CaptureLimits
{
    /// <summary>Octets of a captured frame or of a pcapng block; larger ones are passed over.</summary>
    public const int MaxFrameOctets = 1 << 18;

    /// <summary>Interfaces of a pcapng section; frames of further ones are counted as of an unknown link.</summary>
    public const int MaxInterfaces = 256;

    /// <summary>VLAN tags before the payload of an Ethernet frame.</summary>
    public const int MaxVlanTags = 4;

    /// <summary>Extension headers of an IPv6 packet.</summary>
    public const int MaxExtensionHeaders = 8;

    /// <summary>Bytes that tell a recording's format for certain.</summary>
    public const int MaxDetectOctets = 65_535;
}
