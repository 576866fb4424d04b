using System.Buffers.Binary;

namespace Fourfold.Codecs.Capture;

/// <summary>
/// The six octets some recorders (ORADIS) put before each ASTERIX block in a datagram: length with themselves, then the
/// time of day in milliseconds.
/// </summary>
public ref struct OradisFrames
{
    private const int HeaderOctets = 6;
    private const int AsterixHeaderOctets = 3;

    private readonly ReadOnlySpan<byte> _datagram;
    private int _next;

    private OradisFrames(ReadOnlySpan<byte> datagram) => _datagram = datagram;

    /// <summary>The block of the current frame.</summary>
    public ReadOnlySpan<byte> Block { get; private set; }

    /// <summary>Offset of the block in the datagram.</summary>
    public int Offset { get; private set; }

    /// <summary>When the block was recorded, since midnight.</summary>
    public TimeSpan SinceMidnight { get; private set; }

    /// <summary>True when the datagram is a chain of such frames to its last octet, and so no plain ASTERIX.</summary>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out OradisFrames frames)
    {
        frames = new OradisFrames(datagram);
        var at = 0;
        while (datagram.Length - at >= HeaderOctets + AsterixHeaderOctets)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(datagram[at..]);
            var block = BinaryPrimitives.ReadUInt16BigEndian(datagram[(at + HeaderOctets + 1)..]);
            if (block < AsterixHeaderOctets || length != block + HeaderOctets || length > datagram.Length - at)
            {
                return false;
            }
            at += length;
        }
        return at > 0 && at == datagram.Length;
    }

    /// <summary>Goes to the next frame.</summary>
    public bool MoveNext()
    {
        if (_next >= _datagram.Length)
        {
            return false;
        }
        var length = BinaryPrimitives.ReadUInt16BigEndian(_datagram[_next..]);
        SinceMidnight = TimeSpan.FromMilliseconds(BinaryPrimitives.ReadUInt32BigEndian(_datagram[(_next + 2)..]));
        Offset = _next + HeaderOctets;
        Block = _datagram.Slice(Offset, length - HeaderOctets);
        _next += length;
        return true;
    }
}
