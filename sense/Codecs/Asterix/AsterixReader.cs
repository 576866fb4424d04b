using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>Turns the bytes of one source into data blocks and their records.</summary>
/// <remarks>
/// Not thread-safe: one reader a source. Never throws on input; a warm reader allocates nothing for it. A stream is
/// pushed in any pieces, datagrams go to <see cref="Datagram{TSink}"/>. A struct sink is called without indirection:
/// <c>reader.Push(bytes, ref sink)</c>.
/// </remarks>
public sealed class AsterixReader
{
    private readonly AsterixEditions _editions;
    private readonly ItemPlace[] _places = new ItemPlace[AsterixLimits.MaxItems];
    private readonly byte[] _waiting = new byte[AsterixLimits.MaxBlockOctets];
    private readonly byte[] _edition = new byte[256];
    private int _waits;
    private bool _isLost;

    /// <summary>A reader at offset 0.</summary>
    /// <param name="editions">What it knows; null for <see cref="AsterixEditions.All"/>.</param>
    public AsterixReader(AsterixEditions? editions = null) => _editions = editions ?? AsterixEditions.All;

    /// <summary>What was dropped so far, by cause.</summary>
    public AsterixFaultCounts Faults { get; } = new();

    /// <summary>Bytes pushed so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Whole blocks found so far, of known and unknown categories.</summary>
    public long Blocks { get; private set; }

    /// <summary>Records passed on so far.</summary>
    public long Records { get; private set; }

    /// <summary>Reads the next bytes of the source. How they are split changes nothing.</summary>
    public void Push<TSink>(ReadOnlySpan<byte> chunk, ref TSink sink)
        where TSink : IAsterixSink
    {
        // What waits is the beginning of one block: it is filled up from the chunk until that block is whole.
        while (_waits > 0 && chunk.Length > 0)
        {
            var wanted = _waits < AsterixLimits.HeaderOctets ? AsterixLimits.HeaderOctets : LengthOf(_waiting);
            var taken = Math.Min(wanted - _waits, chunk.Length);
            chunk[..taken].CopyTo(_waiting.AsSpan(_waits));
            chunk = chunk[taken..];
            Offset += taken;
            var length = _waits + taken;
            _waits = 0;
            Keep(_waiting.AsSpan(0, length), Blocked(_waiting.AsSpan(0, length), ref sink));
        }
        if (chunk.Length > 0)
        {
            var read = Blocked(chunk, ref sink, ahead: chunk.Length);
            Offset += chunk.Length;
            Keep(chunk, read);
        }
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void Push(ReadOnlySpan<byte> chunk, IAsterixSink sink) => Push(chunk, ref sink);

    /// <summary>Reads a datagram, or a record of a recording, that holds whole blocks.</summary>
    /// <param name="bytes">Its payload.</param>
    /// <param name="offset">Byte offset of the payload in the recording; what the sink is told counts from there.</param>
    /// <param name="sink">Receives what is found.</param>
    public void Datagram<TSink>(ReadOnlySpan<byte> bytes, long offset, ref TSink sink)
        where TSink : IAsterixSink
    {
        Offset = offset;
        Push(bytes, ref sink);
        Flush(ref sink);
    }

    /// <summary>Ends a datagram or the source: a block that is not whole is counted and given up.</summary>
    public void Flush<TSink>(ref TSink sink)
        where TSink : IAsterixSink
    {
        var left = _waiting.AsSpan(0, _waits);
        _waits = 0;
        _isLost = false;
        if (left.Length > 0)
        {
            var category = left.Length >= AsterixLimits.HeaderOctets ? left[0] : (byte)0;
            Drop(AsterixFault.BlockTruncated, category, null, Offset - left.Length, left, ref sink);
        }
    }

    /// <summary>The same for a sink that is an object.</summary>
    public void Flush(IAsterixSink sink) => Flush(ref sink);

    private static int LengthOf(ReadOnlySpan<byte> header) => FieldBits.U16(header, 1);

    /// <summary>Reads whole blocks; what it leaves is less than one, or a header that is not whole.</summary>
    /// <param name="bytes">Bytes of the source.</param>
    /// <param name="sink">Receives them.</param>
    /// <param name="ahead">How many of the bytes <see cref="Offset"/> does not count yet.</param>
    private int Blocked<TSink>(ReadOnlySpan<byte> bytes, ref TSink sink, int ahead = 0)
        where TSink : IAsterixSink
    {
        var start = Offset + ahead - bytes.Length;
        var at = 0;
        while (bytes.Length - at >= AsterixLimits.HeaderOctets)
        {
            var length = LengthOf(bytes[at..]);
            if (length < AsterixLimits.HeaderOctets)
            {
                if (!_isLost)
                {
                    Drop(AsterixFault.BlockLengthInvalid, 0, null, start + at, bytes.Slice(at, 3), ref sink);
                }
                _isLost = true;
                at++;
                continue;
            }
            if (length > bytes.Length - at)
            {
                break;
            }
            _isLost = false;
            Blocks++;
            Read(new AsterixBlock(bytes.Slice(at, length), start + at), ref sink);
            at += length;
        }
        return at;
    }

    private void Keep(ReadOnlySpan<byte> bytes, int read)
    {
        var rest = bytes[read..];
        rest.CopyTo(_waiting);
        _waits = rest.Length;
    }

    private void Read<TSink>(in AsterixBlock block, ref TSink sink)
        where TSink : IAsterixSink
    {
        var editions = _editions.Of(block.Category);
        if (editions.Length == 0)
        {
            if (sink.Block(in block))
            {
                Drop(AsterixFault.CategoryUnknown, block.Category, null, block.Offset, block.Bytes, ref sink);
            }
        }
        else if (sink.Block(in block))
        {
            Read(
                in block,
                editions.Length == 1 ? editions[0] : Fitting(block.Category, editions, block.Records),
                ref sink
            );
        }
    }

    private void Read<TSink>(in AsterixBlock block, AsterixCategory category, ref TSink sink)
        where TSink : IAsterixSink
    {
        var records = block.Records;
        var offset = block.Offset + AsterixLimits.HeaderOctets;
        for (var at = 0; at < records.Length; )
        {
            var walk = RecordWalk.Over(category, records[at..], _places);
            if (walk.Fault is not AsterixFault.None)
            {
                var wrong = at + walk.Length;
                Drop(walk.Fault, block.Category, walk.Item?.Name, offset + wrong, records[wrong..], ref sink);
                return;
            }
            Records++;
            var bytes = records.Slice(at, walk.Length);
            sink.Record(new AsterixRecord(category, walk.Profile, bytes, _places.AsSpan(0, walk.Count), offset + at));
            at += walk.Length;
        }
    }

    /// <summary>The edition under which the source's last block of the category was whole, or the first that fits this one.</summary>
    private AsterixCategory Fitting(byte category, AsterixCategory[] editions, ReadOnlySpan<byte> records)
    {
        for (var i = 0; i < editions.Length; i++)
        {
            var candidate = (_edition[category] + i) % editions.Length;
            if (Fits(editions[candidate], records))
            {
                _edition[category] = (byte)candidate;
                break;
            }
        }
        return editions[_edition[category]];
    }

    private bool Fits(AsterixCategory edition, ReadOnlySpan<byte> records)
    {
        for (var at = 0; at < records.Length; )
        {
            var walk = RecordWalk.Over(edition, records[at..], _places);
            if (walk.Fault is not AsterixFault.None || _places[0].Index != 0)
            {
                return false;
            }
            at += walk.Length;
        }
        return true;
    }

    private void Drop<TSink>(
        AsterixFault fault,
        byte category,
        string? item,
        long offset,
        ReadOnlySpan<byte> bytes,
        ref TSink sink
    )
        where TSink : IAsterixSink
    {
        Faults.Count(fault);
        sink.Dropped(new AsterixDrop(fault, category, item, offset, bytes));
    }
}
