namespace Fourfold.Codecs.Csv;

/// <summary>Reads tables of AIS reports by their header: MarineCadastre before and since 2024, the Danish Maritime Authority.</summary>
/// <remarks>
/// Not thread-safe: one reader a file. Never throws on input and allocates nothing for a row. Columns may stand in any
/// order; unknown ones are passed over. Keeps at most one line.
/// </remarks>
public sealed class AisCsvReader
{
    /// <summary>Longest line, bytes; a longer one is dropped and counted.</summary>
    public const int MaxLineBytes = 4096;

    private const int MaxSampleBytes = 160;

    private readonly byte[] _carry = new byte[MaxLineBytes];
    private readonly ushort[] _ends = new ushort[CsvCells.Max];
    private readonly sbyte[] _columns = new sbyte[AisColumns.Count];
    private readonly long[] _faults = new long[(int)CsvFault.PositionInvalid + 1];
    private int _carried;
    private int _headerCells;
    private long _lineBytes;
    private State _state = State.BeforeHeader;

    private enum State
    {
        BeforeHeader,
        Rows,
        Unreadable,
    }

    /// <summary>Lines that were refused so far for this cause.</summary>
    public long this[CsvFault fault] => _faults[(int)fault];

    /// <summary>Bytes pushed so far.</summary>
    public long Offset { get; private set; }

    /// <summary>Lines read so far, the header included.</summary>
    public long Lines { get; private set; }

    /// <summary>Rows passed on so far.</summary>
    public long Rows { get; private set; }

    /// <summary>True when a first line looks like the header of such a table.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> line)
    {
        Span<ushort> ends = stackalloc ushort[CsvCells.Max];
        Span<sbyte> columns = stackalloc sbyte[AisColumns.Count];
        var cells = new CsvCells(ends);
        return cells.Split(line.TrimEnd("\r\n"u8)) is CsvFault.None && TryMap(in cells, columns);
    }

    /// <summary>Reads the next bytes of the file. How they are split changes nothing.</summary>
    public void Push<TSink>(ReadOnlySpan<byte> chunk, ref TSink sink)
        where TSink : IAisCsvSink
    {
        while (!chunk.IsEmpty)
        {
            var end = chunk.IndexOf((byte)'\n');
            if (end < 0)
            {
                Carry(chunk);
                return;
            }
            if (_lineBytes == 0)
            {
                _lineBytes = end;
                Offset += end + 1;
                ReadLine(chunk[..end], ref sink);
            }
            else
            {
                Carry(chunk[..end]);
                Offset++;
                ReadLine(_carry.AsSpan(0, _carried), ref sink);
            }
            chunk = chunk[(end + 1)..];
        }
    }

    /// <summary>Reads what is left as a line, at the end of the file.</summary>
    public void Flush<TSink>(ref TSink sink)
        where TSink : IAisCsvSink
    {
        if (_lineBytes > 0)
        {
            // There was no line end to count.
            Offset++;
            ReadLine(_carry.AsSpan(0, _carried), ref sink);
            Offset--;
        }
    }

    private void Carry(ReadOnlySpan<byte> part)
    {
        var taken = Math.Min(part.Length, MaxLineBytes - _carried);
        part[..taken].CopyTo(_carry.AsSpan(_carried));
        _carried += taken;
        _lineBytes += part.Length;
        Offset += part.Length;
    }

    private void ReadLine<TSink>(ReadOnlySpan<byte> line, ref TSink sink)
        where TSink : IAisCsvSink
    {
        var start = Offset - _lineBytes - 1;
        var fault = _lineBytes > MaxLineBytes ? CsvFault.LineTooLong : CsvFault.None;
        (_lineBytes, _carried) = (0, 0);
        Lines++;
        line = line.TrimEnd((byte)'\r');
        if (line.IsEmpty || _state == State.Unreadable)
        {
            return;
        }
        var cells = new CsvCells(_ends);
        fault = fault is CsvFault.None ? cells.Split(line) : fault;
        if (_state == State.BeforeHeader)
        {
            _headerCells = cells.Count;
            var isHeader = fault is CsvFault.None && TryMap(in cells, _columns);
            _state = isHeader ? State.Rows : State.Unreadable;
            fault = isHeader ? CsvFault.None : CsvFault.HeaderUnknown;
        }
        else if (fault is CsvFault.None)
        {
            fault = ReadRow(in cells, line, start, ref sink);
        }
        if (fault is not CsvFault.None)
        {
            _faults[(int)fault]++;
            sink.Dropped(new CsvDrop(fault, Lines, start, line[..Math.Min(line.Length, MaxSampleBytes)]));
        }
    }

    private CsvFault ReadRow<TSink>(in CsvCells cells, ReadOnlySpan<byte> line, long start, ref TSink sink)
        where TSink : IAisCsvSink
    {
        if (cells.Count > _headerCells)
        {
            return CsvFault.CellCountWrong;
        }
        var row = new AisCsvRow(cells, _columns, Lines, start, line.Length);
        var fault = row.Check();
        if (fault is CsvFault.None)
        {
            Rows++;
            sink.Row(in row);
        }
        return fault;
    }

    /// <summary>Fills in the cell of each column, −1 for none; false when a required one is missing.</summary>
    private static bool TryMap(in CsvCells cells, Span<sbyte> columns)
    {
        columns.Fill(-1);
        for (var i = 0; i < cells.Count; i++)
        {
            var column = AisColumns.Find(cells[i]);
            // The first of two columns of one meaning counts.
            if (column is not AisColumn.None && columns[(int)column] < 0)
            {
                columns[(int)column] = (sbyte)i;
            }
        }
        return columns[(int)AisColumn.Mmsi] >= 0
            && columns[(int)AisColumn.Time] >= 0
            && columns[(int)AisColumn.Latitude] >= 0
            && columns[(int)AisColumn.Longitude] >= 0;
    }
}
