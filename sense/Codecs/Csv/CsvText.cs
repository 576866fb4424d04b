namespace Fourfold.Codecs.Csv;

/// <summary>Text of a cell, UTF-8 as a rule. Lives only during the sink's call.</summary>
public readonly ref struct CsvText
{
    private const byte Quote = (byte)'"';

    private readonly ReadOnlySpan<byte> _raw;

    internal CsvText(ReadOnlySpan<byte> raw) => _raw = raw;

    /// <summary>True when the cell is empty, absent or says that it does not know.</summary>
    public bool IsEmpty => _raw.IsEmpty;

    /// <summary>The bytes as they stand in the file, doubled quotes still doubled.</summary>
    internal ReadOnlySpan<byte> Raw => _raw;

    /// <summary>Writes the bytes, doubled quotes as one; what does not fit is cut.</summary>
    /// <returns>Bytes written.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var length = 0;
        for (var at = 0; at < _raw.Length && length < destination.Length; at++)
        {
            destination[length++] = _raw[at];
            at += _raw[at] == Quote && at + 1 < _raw.Length && _raw[at + 1] == Quote ? 1 : 0;
        }
        return length;
    }

    /// <summary>The text; null when there is none. Bytes that are no UTF-8 become U+FFFD. Allocates.</summary>
    public string? ToStringOrNull() =>
        _raw.IsEmpty ? null : System.Text.Encoding.UTF8.GetString(_raw).Replace("\"\"", "\"", StringComparison.Ordinal);

    /// <summary>The text, empty when there is none. Allocates.</summary>
    public override string ToString() => ToStringOrNull() ?? "";
}
