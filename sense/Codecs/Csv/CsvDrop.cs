namespace Fourfold.Codecs.Csv;

/// <summary>One bad line of a table. Lives only during the sink's call.</summary>
public readonly ref struct CsvDrop
{
    internal CsvDrop(CsvFault fault, long line, long offset, ReadOnlySpan<byte> sample)
    {
        Fault = fault;
        Line = line;
        Offset = offset;
        Sample = sample;
    }

    /// <summary>What was wrong.</summary>
    public CsvFault Fault { get; }

    /// <summary>Line of the file, from 1, the header included.</summary>
    public long Line { get; }

    /// <summary>Byte offset of the line in the file, from 0.</summary>
    public long Offset { get; }

    /// <summary>The line's first bytes, at most 160.</summary>
    public ReadOnlySpan<byte> Sample { get; }
}
