using Fourfold.Codecs.Nmea;

namespace Fourfold.Codecs.Navigation;

/// <summary>Text in a sentence: ISO 8859-1, where <c>^hh</c> stands for a reserved character. Lives only during the sink's call.</summary>
/// <remarks>IEC 61162-1, §7.1.4 (code delimiter <c>^</c>).</remarks>
public readonly ref struct SentenceText
{
    private const byte Escape = (byte)'^';

    private readonly ReadOnlySpan<byte> _raw;

    internal SentenceText(ReadOnlySpan<byte> raw) => _raw = raw;

    /// <summary>True when the field is empty or absent.</summary>
    public bool IsEmpty => _raw.IsEmpty;

    /// <summary>The bytes as they were sent.</summary>
    public ReadOnlySpan<byte> Raw => _raw;

    /// <summary>Writes the characters that are meant, one byte each; what does not fit is cut.</summary>
    /// <returns>Bytes written.</returns>
    public int CopyTo(Span<byte> destination)
    {
        var length = 0;
        for (var at = 0; at < _raw.Length && length < destination.Length; length++)
        {
            var isEscape = _raw[at] == Escape && at + 2 < _raw.Length;
            var value = isEscape ? Checksum.Parse(_raw[at + 1], _raw[at + 2]) : -1;
            destination[length] = value >= 0 ? (byte)value : _raw[at];
            at += value >= 0 ? 3 : 1;
        }
        return length;
    }

    /// <summary>The text; null when the field is empty or absent. Allocates.</summary>
    public string? ToStringOrNull()
    {
        Span<byte> text = stackalloc byte[256];
        return _raw.IsEmpty ? null : System.Text.Encoding.Latin1.GetString(text[..CopyTo(text)]);
    }

    /// <summary>The text, empty when absent. Allocates.</summary>
    public override string ToString() => ToStringOrNull() ?? "";
}
