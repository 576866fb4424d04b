using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

/// <summary>Tells from its first bytes how a recording is wrapped.</summary>
public static class CaptureDetection
{
    internal const int FinalHeaderOctets = 8;
    internal const int FinalPadOctets = 4;
    internal const uint FinalPad = 0xA5A5A5A5;

    /// <summary>The format, or <see cref="CaptureFormat.Raw"/> when nothing speaks for another.</summary>
    /// <param name="start">
    /// The first bytes: <see cref="CaptureLimits.MaxDetectOctets"/> or the whole recording are always enough.
    /// </param>
    public static CaptureFormat Of(ReadOnlySpan<byte> start)
    {
        if (start.Length < 4)
        {
            return CaptureFormat.Raw;
        }
        return BinaryPrimitives.ReadUInt32BigEndian(start) switch
        {
            0xA1B2C3D4 or 0xD4C3B2A1 or 0xA1B23C4D or 0x4D3CB2A1 => CaptureFormat.Pcap,
            0x0A0D0D0A => CaptureFormat.Pcapng,
            _ => IsFinal(start) ? CaptureFormat.Final : CaptureFormat.Raw,
        };
    }

    private static bool IsFinal(ReadOnlySpan<byte> start)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(start);
        return length > FinalHeaderOctets + FinalPadOctets
            && length <= start.Length
            && BinaryPrimitives.ReadUInt32BigEndian(start[(length - FinalPadOctets)..]) == FinalPad;
    }
}
