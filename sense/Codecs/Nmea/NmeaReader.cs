using System.Runtime.CompilerServices;

namespace Fourfold.Codecs.Nmea;

/// <summary>Finds sentences and tag blocks in the bytes of one source, however they are split and whatever lies between.</summary>
/// <remarks>
/// Not thread-safe: one reader a source. Keeps at most one line (<see cref="NmeaLimits.MaxLineBytes"/>) and allocates nothing
/// after construction. Reads any talker, sentences in mid-line, several a line, tag blocks chained or on the line before,
/// a leading epoch, <c>$PGHP</c> time lines and coast guard suffixes. Lines that begin with <c>#</c> are comments.
/// </remarks>
public sealed partial class NmeaReader
{
    // Readable bytes after a line, so that vectors may be loaded across its end.
    private const int Padding = 64;

    private readonly byte[] _carry = new byte[NmeaLimits.MaxLineBytes + Padding];
    private readonly ChecksumPolicy _policy;
    private int _carried;
    private bool _cut;
    private long _offset;
    private long _line = 1;

    /// <summary>A reader at offset 0, line 1.</summary>
    /// <param name="checksums">What happens to a sentence whose checksum is missing or wrong.</param>
    public NmeaReader(ChecksumPolicy checksums = ChecksumPolicy.Reject)
    {
        _policy = checksums;
        _tags.Clear();
    }

    /// <summary>What was dropped so far, by cause.</summary>
    public NmeaFaultCounts Faults { get; } = new();

    /// <summary>Bytes pushed so far.</summary>
    public long Offset => _offset;

    /// <summary>Sentences passed on so far.</summary>
    public long Sentences { get; private set; }

    /// <summary>Reads the next bytes of the source. How they are split changes nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Push<TSink>(ReadOnlySpan<byte> chunk, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        // Positions rather than shrinking spans: a span that lives in memory is read back slowly after every line.
        var at = 0;
        while (at < chunk.Length)
        {
            var length = LineEnd.Find(chunk, at);
            if (length < 0)
            {
                Carry(chunk[at..], ref sink);
                return;
            }
            if (_carried == 0 && length <= NmeaLimits.MaxLineBytes && chunk.Length - at >= length + Padding)
            {
                ReadLine(chunk.Slice(at, length + Padding), _offset, ref sink);
                _offset += length;
            }
            else
            {
                Carry(chunk.Slice(at, length), ref sink);
                EndCarriedLine(ref sink);
            }
            at += length;
            // CR LF is one end, so that nothing is looked for between them.
            var both = at + 1 < chunk.Length && chunk[at] == (byte)'\r' && chunk[at + 1] == (byte)'\n' ? 1 : 0;
            at += both;
            _line += chunk[at] == (byte)'\n' ? 1 : 0;
            _offset += both + 1;
            at++;
        }
    }

    /// <summary>Reads what is left as a line: at the end of a stream, of a datagram, or when a connection was lost.</summary>
    public void Flush<TSink>(ref TSink sink)
        where TSink : INmeaSink, allows ref struct => EndCarriedLine(ref sink);

    private void Carry<TSink>(ReadOnlySpan<byte> part, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        while (!part.IsEmpty)
        {
            if (_carried == NmeaLimits.MaxLineBytes)
            {
                CutLine(ref sink);
            }
            var taken = Math.Min(part.Length, NmeaLimits.MaxLineBytes - _carried);
            part[..taken].CopyTo(_carry.AsSpan(_carried));
            _carried += taken;
            _offset += taken;
            part = part[taken..];
        }
    }

    private void EndCarriedLine<TSink>(ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        var length = _carried;
        _carried = 0;
        _cut = false;
        ReadLine(_carry.AsSpan(0, length + Padding), _offset - length, ref sink);
    }

    /// <summary>Reads the full buffer up to its last sentence, which stays whole, or all of it.</summary>
    private void CutLine<TSink>(ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        var start = _offset - _carried;
        var line = _carry.AsSpan(0, _carried);
        if (!_cut)
        {
            _cut = true;
            Drop(NmeaFault.LineTooLong, line, start, ref sink);
        }
        var keep = line.Length - LastSentenceStart(line);
        ReadLine(_carry.AsSpan(0, _carried - keep + Padding), start, ref sink);
        line[^keep..].CopyTo(_carry);
        _carried = keep;
    }

    // Where a sentence or its tag block begins in the second half of the line; the line's length when there is none.
    private static int LastSentenceStart(ReadOnlySpan<byte> line)
    {
        var half = line.Length / 2;
        var last = line[half..].LastIndexOfAny((byte)'!', (byte)'$') + half;
        if (last < half)
        {
            return line.Length;
        }
        var tag = line[last - 1] == (byte)'\\' ? line[half..(last - 1)].LastIndexOf((byte)'\\') + half : -1;
        return tag >= half ? tag : last;
    }

    private void Drop<TSink>(NmeaFault fault, ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : INmeaSink, allows ref struct
    {
        Faults.Count(fault);
        var sample = bytes[..Math.Min(bytes.Length, NmeaLimits.MaxSampleBytes)];
        sink.Dropped(new NmeaDrop(fault, offset, _line, sample));
    }
}
