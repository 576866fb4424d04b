using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

public sealed partial class CaptureReader
{
    private const int PcapHeaderOctets = 24;
    private const int PcapRecordOctets = 16;

    private bool _isOpen;
    private bool _isBigEndian;
    private bool _isNanoseconds;
    private int _link;

    /// <summary>The file's header, then one frame a call. 0 when it is not whole.</summary>
    private int TakePcap<TSink>(ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        if (!_isOpen)
        {
            return OpenPcap(bytes, offset, ref sink);
        }
        if (bytes.Length < PcapRecordOctets)
        {
            return 0;
        }
        var captured = U32(bytes, 8);
        if (captured > CaptureLimits.MaxFrameOctets)
        {
            Drop(CaptureFault.FrameTooLong, offset, ref sink);
            _skip = captured;
            return PcapRecordOctets;
        }
        var length = (int)captured;
        if (bytes.Length - PcapRecordOctets < length)
        {
            return 0;
        }
        var fraction = U32(bytes, 4) * (_isNanoseconds ? 1L : 1000L);
        var time = new CapturedTime(U32(bytes, 0) * 1_000_000_000L + fraction, null);
        var frame = bytes.Slice(PcapRecordOctets, length);
        Frame(_link, frame, offset + PcapRecordOctets, time, ref sink);
        return PcapRecordOctets + length;
    }

    private int OpenPcap<TSink>(ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        if (bytes.Length < PcapHeaderOctets)
        {
            return 0;
        }
        var magic = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        _isBigEndian = magic is 0xA1B2C3D4 or 0xA1B23C4D;
        _isNanoseconds = magic is 0xA1B23C4D or 0x4D3CB2A1;
        if (!_isBigEndian && magic is not (0xD4C3B2A1 or 0x4D3CB2A1))
        {
            Lose(offset, ref sink);
        }
        // The upper bits tell of frame check sequences, which lie behind what an IP header counts.
        _link = (int)(U32(bytes, 20) & 0xFFFF);
        _isOpen = true;
        return PcapHeaderOctets;
    }

    private uint U32(ReadOnlySpan<byte> bytes, int at) =>
        _isBigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes[at..])
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private ushort U16(ReadOnlySpan<byte> bytes, int at) =>
        _isBigEndian
            ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..])
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
