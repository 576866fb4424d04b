using System.Buffers.Text;

namespace Fourfold.Codecs.Ais.Output;

/// <summary>Writes one CSV row into a span that its caller made long enough.</summary>
internal ref struct CsvRow(Span<byte> destination)
{
    private readonly Span<byte> _destination = destination;
    private int _at;

    /// <summary>Bytes of the row, without the comma behind the last cell.</summary>
    public readonly int Length => _at - 1;

    public readonly Span<byte> Rest => _destination[_at..];

    public void Advance(int bytes) => _at += bytes;

    public void Next() => _destination[_at++] = (byte)',';

    public void Number(long? value)
    {
        if (value is { } known && Utf8Formatter.TryFormat(known, Rest, out var written))
        {
            _at += written;
        }
        Next();
    }

    public void Fixed(double? value, byte decimals)
    {
        if (value is { } known && Utf8Formatter.TryFormat(known, Rest, out var written, new('F', decimals)))
        {
            _at += written;
        }
        Next();
    }

    public void Text(AisText text)
    {
        Span<byte> ascii = stackalloc byte[32];
        Text(ascii[..text.CopyTo(ascii)]);
    }

    public void Text(scoped ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)',', (byte)'"') >= 0)
        {
            _destination[_at++] = (byte)'"';
            foreach (var one in text)
            {
                _destination[_at++] = one;
                if (one == (byte)'"')
                {
                    _destination[_at++] = one;
                }
            }
            _destination[_at++] = (byte)'"';
        }
        else
        {
            text.CopyTo(Rest);
            _at += text.Length;
        }
        Next();
    }
}
