namespace Fourfold.Codecs.Capture;

/// <summary>How a recording wraps what a network or a line carried.</summary>
public enum CaptureFormat
{
    /// <summary>Nothing wraps it: the bytes as they were sent, one after the other.</summary>
    Raw,

    /// <summary>libpcap's classic file: microseconds or nanoseconds, either order of bytes.</summary>
    Pcap,

    /// <summary>pcapng, with sections and interfaces.</summary>
    Pcapng,

    /// <summary>EUROCONTROL's final format: eight octets of header, blocks, four octets A5.</summary>
    Final,

    /// <summary>GPS recorder: 2,200 octets of header, then blocks of ASTERIX, each followed by ten octets. Never guessed.</summary>
    GpsRecorder,
}
