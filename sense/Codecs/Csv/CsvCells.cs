namespace Fourfold.Codecs.Csv;

/// <summary>The cells of one line: commas part them, quotes guard them, a doubled quote within quotes is one.</summary>
/// <remarks>RFC 4180, but a line end always ends the row.</remarks>
internal ref struct CsvCells
{
    /// <summary>Most cells of a line; the widest known table has 26.</summary>
    public const int Max = 64;

    private const byte Quote = (byte)'"';

    private readonly Span<ushort> _ends;
    private ReadOnlySpan<byte> _line;

    /// <param name="ends">Room for <see cref="Max"/> numbers.</param>
    public CsvCells(Span<ushort> ends)
    {
        _ends = ends;
        _line = default;
        Count = 0;
    }

    public int Count { get; private set; }

    /// <summary>The line that was split.</summary>
    public readonly ReadOnlySpan<byte> Line => _line;

    /// <summary>Splits a line without its end.</summary>
    public CsvFault Split(ReadOnlySpan<byte> line)
    {
        _line = line;
        Count = 0;
        for (var at = 0; ; at++)
        {
            var end = EndOfCell(line, at);
            if (end < 0)
            {
                return CsvFault.QuoteUnterminated;
            }
            if (Count == Max)
            {
                return CsvFault.CellCountWrong;
            }
            _ends[Count++] = (ushort)end;
            if (end == line.Length)
            {
                return CsvFault.None;
            }
            at = end;
        }
    }

    /// <summary>A cell without spaces and quotes around it; doubled quotes within are still doubled.</summary>
    public readonly ReadOnlySpan<byte> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                return default;
            }
            var start = index == 0 ? 0 : _ends[index - 1] + 1;
            var cell = _line[start.._ends[index]].Trim((byte)' ');
            return cell is [Quote, .., Quote] ? cell[1..^1].Trim((byte)' ') : cell;
        }
    }

    private static int EndOfCell(ReadOnlySpan<byte> line, int start)
    {
        var at = start;
        while (at < line.Length && line[at] == (byte)' ')
        {
            at++;
        }
        if (at < line.Length && line[at] == Quote)
        {
            do
            {
                var next = line[(at + 1)..].IndexOf(Quote);
                if (next < 0)
                {
                    return -1;
                }
                at += next + 2;
            } while (at < line.Length && line[at] == Quote);
        }
        else
        {
            // A quote inside a cell that does not begin with one is a character like any other.
            at = start;
        }
        var comma = line[at..].IndexOf((byte)',');
        return comma < 0 ? line.Length : at + comma;
    }
}
