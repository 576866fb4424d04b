namespace Fourfold.Codecs.CursorOnTarget;

/// <summary>Receives what a <see cref="CotReader"/> finds, in the order of the bytes.</summary>
public interface ICotSink
{
    /// <summary>An event.</summary>
    void Event(CotEvent read);

    /// <summary>What was refused.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="offset">Byte offset in the source, from 0.</param>
    /// <param name="length">Bytes given up.</param>
    void Dropped(CotFault fault, long offset, int length);
}

/// <summary>Finds events in a stream in which one follows the other, as TAK servers send them over TCP.</summary>
/// <remarks>Not thread-safe: one reader a source. Never throws on input.</remarks>
public sealed class CotReader
{
    private readonly long[] _faults = new long[(int)CotFault.ValueInvalid + 1];
    private readonly byte[] _waiting = new byte[CotLimits.MaxEventBytes];
    private int _waits;
    private int _searched;
    private bool _isTooLong;

    private static ReadOnlySpan<byte> End => "</event>"u8;

    /// <summary>Bytes pushed so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Events passed on so far.</summary>
    public long Events { get; private set; }

    /// <summary>How often each fault happened.</summary>
    public long Faults(CotFault fault) => _faults[(int)fault];

    /// <summary>Reads the next bytes of the source. How they are split changes nothing.</summary>
    public void Push(ReadOnlySpan<byte> chunk, ICotSink sink)
    {
        while (chunk.Length > 0)
        {
            var taken = Math.Min(chunk.Length, _waiting.Length - _waits);
            chunk[..taken].CopyTo(_waiting.AsSpan(_waits));
            chunk = chunk[taken..];
            _waits += taken;
            Offset += taken;
            TakeAll(sink);
            if (_waits == _waiting.Length)
            {
                GiveUp(sink);
            }
        }
    }

    /// <summary>Ends the source or a datagram: what is left is counted and given up.</summary>
    public void Flush(ICotSink sink)
    {
        var left = _waiting.AsSpan(0, _waits).Trim(" \t\r\n\0"u8);
        if (left.Length > 0 && !_isTooLong)
        {
            Drop(left.Contains((byte)'<') ? CotFault.Truncated : CotFault.Junk, Offset - _waits, _waits, sink);
        }
        (_waits, _searched, _isTooLong) = (0, 0, false);
    }

    private void TakeAll(ICotSink sink)
    {
        while (true)
        {
            var bytes = _waiting.AsSpan(0, _waits);
            var found = bytes[_searched..].IndexOf(End);
            if (found < 0)
            {
                // An end tag may be cut in two.
                _searched = Math.Max(_waits - End.Length + 1, 0);
                return;
            }
            var length = _searched + found + End.Length;
            if (!_isTooLong)
            {
                Take(bytes[..length], Offset - _waits, sink);
            }
            _isTooLong = false;
            bytes[length..].CopyTo(_waiting);
            (_waits, _searched) = (_waits - length, 0);
        }
    }

    private void Take(ReadOnlySpan<byte> bytes, long offset, ICotSink sink)
    {
        var start = Math.Max(bytes.IndexOf((byte)'<'), 0);
        if (bytes[..start].Trim(" \t\r\n\0\uFEFF"u8).Length > 0)
        {
            Drop(CotFault.Junk, offset, start, sink);
        }
        var fault = CotXml.TryRead(bytes[start..], out var read);
        if (read is not null)
        {
            Events++;
            sink.Event(read);
        }
        else
        {
            Drop(fault, offset + start, bytes.Length - start, sink);
        }
    }

    private void GiveUp(ICotSink sink)
    {
        if (!_isTooLong)
        {
            Drop(CotFault.TooLong, Offset - _waits, _waits, sink);
        }
        _isTooLong = true;
        var kept = _waiting.AsSpan(_waits - End.Length + 1, End.Length - 1);
        kept.CopyTo(_waiting);
        (_waits, _searched) = (kept.Length, 0);
    }

    private void Drop(CotFault fault, long offset, int length, ICotSink sink)
    {
        _faults[(int)fault]++;
        sink.Dropped(fault, offset, length);
    }
}
