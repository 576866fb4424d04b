namespace Fourfold.Codecs.Capture;

/// <summary>Turns the bytes of a recording into the datagrams it holds.</summary>
/// <remarks>
/// Not thread-safe: one reader a recording. Never throws on input; a warm reader allocates nothing for it. Knows Ethernet
/// with VLAN tags, Linux cooked (SLL, SLL2), BSD loopback and raw IP; IPv4 and IPv6 with extension headers; UDP. TCP and
/// fragments are counted and passed over; checksums are not verified.
/// </remarks>
public sealed partial class CaptureReader
{
    private readonly CaptureFormat _format;
    private byte[] _waiting = new byte[4096];
    private int _waits;
    private long _skip;
    private bool _isLost;

    /// <summary>A reader at offset 0.</summary>
    /// <param name="format">How the recording is wrapped; see <see cref="CaptureDetection"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is <see cref="CaptureFormat.Raw"/>, which has no datagrams.</exception>
    public CaptureReader(CaptureFormat format)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)format, (int)CaptureFormat.Raw);
        _format = format;
        _skip = format is CaptureFormat.GpsRecorder ? GpsHeaderOctets : 0;
    }

    /// <summary>What was passed over so far, by cause.</summary>
    public CaptureFaultCounts Faults { get; } = new();

    /// <summary>Bytes pushed so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Datagrams passed on so far.</summary>
    public long Datagrams { get; private set; }

    /// <summary>Reads the next bytes of the recording. How they are split changes nothing.</summary>
    public void Push<TSink>(ReadOnlySpan<byte> chunk, ref TSink sink)
        where TSink : ICaptureSink
    {
        Offset += chunk.Length;
        if (_waits == 0)
        {
            Keep(chunk, Take(chunk, ref sink));
            return;
        }
        if (_waits + chunk.Length > _waiting.Length)
        {
            Array.Resize(ref _waiting, Math.Max(_waits + chunk.Length, 2 * _waiting.Length));
        }
        chunk.CopyTo(_waiting.AsSpan(_waits));
        var bytes = _waiting.AsSpan(0, _waits + chunk.Length);
        Keep(bytes, Take(bytes, ref sink));
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void Push(ReadOnlySpan<byte> chunk, ICaptureSink sink) => Push(chunk, ref sink);

    /// <summary>Ends the recording: a frame that is not whole is counted.</summary>
    public void Flush<TSink>(ref TSink sink)
        where TSink : ICaptureSink
    {
        if (_waits > 0 && !_isLost)
        {
            Drop(CaptureFault.EndTruncated, Offset - _waits, ref sink);
        }
        _waits = 0;
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void Flush(ICaptureSink sink) => Flush(ref sink);

    /// <summary>Reads whole frames; what it leaves is less than one.</summary>
    private int Take<TSink>(ReadOnlySpan<byte> bytes, ref TSink sink)
        where TSink : ICaptureSink
    {
        var start = Offset - bytes.Length;
        var at = 0;
        while (at < bytes.Length)
        {
            if (_isLost)
            {
                return bytes.Length;
            }
            if (_skip > 0)
            {
                var passed = (int)Math.Min(_skip, bytes.Length - at);
                _skip -= passed;
                at += passed;
                continue;
            }
            var rest = bytes[at..];
            var used = _format switch
            {
                CaptureFormat.Pcap => TakePcap(rest, start + at, ref sink),
                CaptureFormat.Pcapng => TakePcapng(rest, start + at, ref sink),
                CaptureFormat.Final => TakeFinal(rest, start + at, ref sink),
                _ => TakeGps(rest, start + at, ref sink),
            };
            if (used == 0)
            {
                break;
            }
            at += used;
        }
        return at;
    }

    private void Keep(ReadOnlySpan<byte> bytes, int read)
    {
        var rest = bytes[read..];
        if (rest.Length > _waiting.Length)
        {
            _waiting = new byte[rest.Length];
        }
        rest.CopyTo(_waiting);
        _waits = rest.Length;
    }

    private void Frame<TSink>(int link, ReadOnlySpan<byte> frame, long offset, CapturedTime time, ref TSink sink)
        where TSink : ICaptureSink
    {
        var packet = UdpPacket.Of(link, frame);
        if (packet.Fault is not CaptureFault.None)
        {
            Drop(packet.Fault, offset, ref sink);
            return;
        }
        Datagrams++;
        var payload = frame.Slice(packet.Start, packet.Length);
        sink.Datagram(new(payload, offset + packet.Start, time, packet.SourcePort, packet.DestinationPort));
    }

    private void Lose<TSink>(long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        _isLost = true;
        Drop(CaptureFault.Malformed, offset, ref sink);
    }

    private void Drop<TSink>(CaptureFault fault, long offset, ref TSink sink)
        where TSink : ICaptureSink
    {
        Faults.Count(fault);
        sink.Dropped(new CaptureDrop(fault, offset));
    }
}
