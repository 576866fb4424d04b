namespace Fourfold.Cli.Track;

/// <summary>
/// Steps through a row as programs write it: one flat object of short names, plain numbers and plain strings, in any order.
/// </summary>
/// <remarks>
/// Whatever is unusual (escapes, exponents, more than fifteen digits, arrays, letters beyond ASCII, rubbish) it declines, and
/// <see cref="System.Text.Json.Utf8JsonReader"/> decides. What it takes, it takes as that reader would: both are tested
/// against each other. It is here because a recording has millions of rows.
/// </remarks>
internal ref struct PlainRow(ReadOnlySpan<byte> line)
{
    // Up to here digits and a power of ten are exact doubles, so that their quotient is rounded once.
    private const int MostDigits = 15;

    private readonly ReadOnlySpan<byte> line = line;
    private int at;
    private bool isBegun;

    private static ReadOnlySpan<double> Powers =>
        [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>True once the object has ended, and the line with it.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Goes to the value of the next member; false behind the last one, and for what is unusual.</summary>
    /// <param name="name">The member's name.</param>
    public bool TryNext(out ReadOnlySpan<byte> name)
    {
        name = default;
        SkipSpace();
        if (isBegun && TryTake((byte)'}'))
        {
            SkipSpace();
            IsAtEnd = at == line.Length;
            return false;
        }

        if (!TryTake(isBegun ? (byte)',' : (byte)'{'))
            return false;
        isBegun = true;
        SkipSpace();
        if (!TryReadString(out name))
            return false;
        SkipSpace();
        if (!TryTake((byte)':'))
            return false;
        SkipSpace();
        return true;
    }

    /// <summary>A string without escapes, of printable ASCII.</summary>
    public bool TryReadString(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (!TryTake((byte)'"'))
            return false;
        var from = at;
        for (var i = from; (uint)i < (uint)line.Length; i++)
        {
            var letter = line[i];
            if (letter == (byte)'"')
            {
                text = line[from..i];
                at = i + 1;
                return true;
            }

            if (letter is < (byte)' ' or > (byte)'~' or (byte)'\\')
                return false;
        }

        return false;
    }

    /// <summary>A number without exponent, of at most fifteen digits: the nearest double.</summary>
    public bool TryReadNumber(out double value)
    {
        value = 0;
        var isNegative = TryTake((byte)'-');
        var (i, digits) = (at, 0UL);
        i = Digits(i, ref digits);
        var whole = i - at;
        if (whole == 0 || (whole > 1 && line[at] == (byte)'0'))
            return false;
        var decimals = 0;
        if ((uint)i < (uint)line.Length && line[i] == (byte)'.')
        {
            var from = i + 1;
            i = Digits(from, ref digits);
            decimals = i - from;
            if (decimals == 0)
                return false;
        }

        if (whole + decimals > MostDigits)
            return false;
        at = i;
        value = digits / Powers[decimals];
        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>Passes a value nobody asked for.</summary>
    public bool TrySkip() =>
        (uint)at < (uint)line.Length && line[at] == (byte)'"' ? TryReadString(out _) : TryReadNumber(out _);

    private readonly int Digits(int from, ref ulong digits)
    {
        var (i, sum) = (from, digits);
        for (; (uint)i < (uint)line.Length; i++)
        {
            var digit = (uint)line[i] - '0';
            if (digit > 9)
                break;
            sum = sum * 10 + digit;
        }

        digits = sum;
        return i;
    }

    private bool TryTake(byte letter)
    {
        if ((uint)at >= (uint)line.Length || line[at] != letter)
            return false;
        at++;
        return true;
    }

    private void SkipSpace()
    {
        while ((uint)at < (uint)line.Length && line[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
    }
}
