namespace Fourfold.Codecs.Asterix.Specification;

/// <summary>
/// A field's step as a whole number of decimal units: value = raw × <see cref="Factor"/> ÷ 10^<see cref="Decimals"/>, exactly.
/// </summary>
/// <remarks>
/// Only for fields in which every value has so few digits that two of them never share a double: then these digits, without
/// zeros at the end, are the shortest that name the double.
/// </remarks>
/// <param name="Factor">Units of a raw 1; 0 where a value has to be written by way of its double.</param>
/// <param name="Decimals">Digits behind the point, 0–15.</param>
/// <param name="LeastPlain">The least raw number that is not written with an exponent: 0.0001 and above.</param>
internal readonly record struct DecimalStep(long Factor, byte Decimals, long LeastPlain)
{
    private const int MostDecimals = 15;
    private const int WidestField = 32;

    // Doubles below this are dense enough for every whole number of units.
    private const long MostUnits = 1L << 52;

    // A multiplier that a double holds exactly, as 6.25 is and 0.1 is not.
    private const int ExactFraction = 1024;

    public bool IsExact => Factor != 0;

    /// <summary>The step of a field whose width and size are known.</summary>
    public static DecimalStep Of(AsterixField field)
    {
        var (multiplier, divisor) = (field.Multiplier, field.Divisor);
        if (field.Width > WidestField || multiplier * ExactFraction % 1 != 0 || multiplier is <= 0 or > ExactFraction)
        {
            return default;
        }
        var (least, most) = field.RawRange;
        var numerator = (decimal)multiplier;
        for (byte decimals = 0; decimals <= MostDecimals; decimals++, numerator *= 10)
        {
            if (numerator % (decimal)divisor == 0)
            {
                var factor = (long)(numerator / (decimal)divisor);
                var plain = decimals > 4 ? (long)Math.Pow(10, decimals - 4) : 0;
                return Math.Max(most, -least) <= MostUnits / factor
                    ? new DecimalStep(factor, decimals, (plain + factor - 1) / factor)
                    : default;
            }
        }
        return default;
    }
}
