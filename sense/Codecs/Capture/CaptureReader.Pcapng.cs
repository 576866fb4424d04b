using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

public sealed partial class CaptureReader
{
    private const uint SectionHeader = 0x0A0D0D0A;
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const int BlockOverhead = 12;

    private readonly List<Interface> _interfaces = new(4);

    /// <summary>One block a call. 0 when it is not whole.</summary>
    /// <remarks>IETF draft-ietf-opsawg-pcapng, §3 and §4.</remarks>
    private int TakePcapng<TSink>(ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        if (bytes.Length < BlockOverhead)
        {
            return 0;
        }
        var isSection = BinaryPrimitives.ReadUInt32BigEndian(bytes) == SectionHeader;
        if (isSection && !OpenSection(bytes) || !isSection && !_isOpen)
        {
            Lose(offset, ref sink);
            return bytes.Length;
        }
        var total = U32(bytes, 4);
        if (total < BlockOverhead || total % 4 != 0)
        {
            Lose(offset, ref sink);
            return bytes.Length;
        }
        if (total > CaptureLimits.MaxFrameOctets)
        {
            Drop(CaptureFault.FrameTooLong, offset, ref sink);
            _skip = total - BlockOverhead;
            return BlockOverhead;
        }
        if (bytes.Length < total)
        {
            return 0;
        }
        ReadBlock(U32(bytes, 0), bytes[8..((int)total - 4)], offset + 8, ref sink);
        return (int)total;
    }

    private bool OpenSection(ReadOnlySpan<byte> bytes)
    {
        _isBigEndian = BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) == ByteOrderMagic;
        _isOpen = _isBigEndian || BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]) == ByteOrderMagic;
        _interfaces.Clear();
        return _isOpen;
    }

    private void ReadBlock<TSink>(uint type, ReadOnlySpan<byte> body, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        switch (type)
        {
            case 1 when body.Length >= 8 && _interfaces.Count < CaptureLimits.MaxInterfaces:
                _interfaces.Add(ReadInterface(body));
                break;
            case 6 when body.Length >= 20:
                ReadPacket(U32(body, 0), body, offset, ref sink);
                break;
            case 2 when body.Length >= 20:
                ReadPacket(U16(body, 0), body, offset, ref sink);
                break;
            case 3 when body.Length >= 4:
                var sent = U32(body, 0);
                var length = (int)Math.Min(sent, body.Length - 4);
                if (_interfaces.Count == 0)
                {
                    Drop(CaptureFault.LinkUnknown, offset, ref sink);
                    break;
                }
                if (_interfaces[0].SnapLength is > 0 and var snap)
                {
                    length = (int)Math.Min(length, snap);
                }
                Frame(_interfaces[0].Link, body.Slice(4, length), offset + 4, default, ref sink);
                break;
            case 1 or 2 or 3 or 6:
                Drop(CaptureFault.FrameTruncated, offset, ref sink);
                break;
        }
    }

    private void ReadPacket<TSink>(uint number, ReadOnlySpan<byte> body, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        var captured = U32(body, 12);
        if (number >= _interfaces.Count)
        {
            Drop(CaptureFault.LinkUnknown, offset, ref sink);
        }
        else if (captured > body.Length - 20)
        {
            Drop(CaptureFault.FrameTruncated, offset, ref sink);
        }
        else
        {
            var from = _interfaces[(int)number];
            var ticks = ((ulong)U32(body, 4) << 32) | U32(body, 8);
            var frame = body.Slice(20, (int)captured);
            Frame(from.Link, frame, offset + 20, from.Time(ticks), ref sink);
        }
    }

    private Interface ReadInterface(ReadOnlySpan<byte> body)
    {
        byte resolution = 6;
        var offsetSeconds = 0L;
        for (var at = 8; at + 4 <= body.Length; )
        {
            var (code, length) = (U16(body, at), U16(body, at + 2));
            if (code == 0 || at + 4 + length > body.Length)
            {
                break;
            }
            if (code == 9 && length == 1)
            {
                resolution = body[at + 4];
            }
            else if (code == 14 && length == 8)
            {
                var (first, second) = (U32(body, at + 4), U32(body, at + 8));
                offsetSeconds = (long)(_isBigEndian ? ((ulong)first << 32) | second : ((ulong)second << 32) | first);
            }
            at += 4 + ((length + 3) & ~3);
        }
        return new Interface(U16(body, 0), U32(body, 4), resolution, offsetSeconds);
    }

    /// <summary>An interface of the section: its link type, and how its clock counts.</summary>
    private readonly record struct Interface(int Link, uint SnapLength, byte Resolution, long OffsetSeconds)
    {
        /// <summary>Ticks are 10^−n seconds, or 2^−n when the first bit of the resolution is set.</summary>
        public CapturedTime Time(ulong ticks)
        {
            var exponent = Resolution & 0x7F;
            var perSecond = (Resolution & 0x80) != 0 ? Math.Pow(2, exponent) : Math.Pow(10, exponent);
            // Whole numbers where a double would lose the nanoseconds of our century.
            if (perSecond is >= 1 and <= 1e18)
            {
                var rate = (UInt128)perSecond;
                var nanoseconds = ticks * (UInt128)1_000_000_000 / rate;
                if (nanoseconds <= long.MaxValue)
                {
                    return new CapturedTime((long)nanoseconds + unchecked(OffsetSeconds * 1_000_000_000), null);
                }
            }
            return default;
        }
    }
}
