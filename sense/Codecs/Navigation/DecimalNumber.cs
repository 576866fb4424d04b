namespace Fourfold.Codecs.Navigation;

/// <summary>A decimal number as its digits and where the point stands, so that nothing is lost before it is used.</summary>
/// <param name="Digits">All digits as one whole number with its sign, at most 15 of them.</param>
/// <param name="Decimals">How many of them stand behind the point.</param>
internal readonly record struct DecimalNumber(long Digits, int Decimals)
{
    private const int MaxDigits = 15;

    /// <summary>The nearest double: fifteen digits and a power of ten are exact, so their quotient is rounded once.</summary>
    public double Value => Digits / Power(Decimals);

    /// <summary>Digits before the point, and the fraction behind it.</summary>
    public (long Whole, double Fraction) Split()
    {
        var unit = (long)Power(Decimals);
        return (Digits / unit, Digits % unit / (double)unit);
    }

    /// <summary>Reads an optional sign, digits and an optional point; false for anything else or nothing.</summary>
    /// <remarks>Digits behind the fifteenth, and decimals behind the fifteenth, are dropped when they stand behind the point.</remarks>
    public static bool TryParse(ReadOnlySpan<byte> text, out DecimalNumber number)
    {
        number = default;
        var isNegative = text.Length > 0 && text[0] == (byte)'-';
        var rest = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        var (digits, count, decimals, hasPoint) = (0L, 0, 0, false);
        foreach (var character in rest)
        {
            if (character == (byte)'.' && !hasPoint)
            {
                hasPoint = true;
                continue;
            }
            if (!char.IsAsciiDigit((char)character))
            {
                return false;
            }
            if (count == MaxDigits || decimals == MaxDigits)
            {
                if (!hasPoint)
                {
                    return false;
                }
                continue;
            }
            digits = digits * 10 + character - '0';
            // Zeros in front are not counted: they cost nothing.
            count += digits > 0 ? 1 : 0;
            decimals += hasPoint ? 1 : 0;
        }
        number = new DecimalNumber(isNegative ? -digits : digits, decimals);
        return rest.Length > (hasPoint ? 1 : 0);
    }

    private static double Power(int exponent)
    {
        var power = 1.0;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }
        return power;
    }
}
