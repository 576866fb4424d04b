namespace Fourfold.Codecs.Ais.Applications;

/// <summary>How a number is sent: (raw + offset) × multiplier ÷ divisor is its value in the field's unit.</summary>
/// <param name="Width">Bits, 1–32.</param>
public readonly record struct NumberForm(int Width)
{
    /// <summary>Two's complement.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Least raw number that is a value; what is below is not available.</summary>
    public long Least { get; init; }

    /// <summary>Greatest raw number that is a value; what is above is reserved or not available.</summary>
    public long Most { get; init; } = uint.MaxValue;

    /// <summary>The raw number that means "not available"; null when the field has none, and 0 is sent.</summary>
    public long? Absent { get; init; }

    /// <summary>Added to the raw number.</summary>
    public long Offset { get; init; }

    /// <summary>Units a step.</summary>
    public int Multiplier { get; init; } = 1;

    /// <summary>Steps a unit.</summary>
    public int Divisor { get; init; } = 1;

    /// <summary>Digits behind the point that hold any value.</summary>
    public byte Decimals =>
        Divisor switch
        {
            1 => 0,
            2 or 10 => 1,
            100 => 2,
            1000 => 3,
            _ => 6,
        };

    /// <summary>The value of a raw number; null when it is none.</summary>
    public double? ValueOf(long raw) =>
        raw == Absent || raw < Least || raw > Most ? null : (double)((raw + Offset) * Multiplier) / Divisor;

    /// <summary>The raw number nearest to a value, held within <see cref="Least"/> and <see cref="Most"/>.</summary>
    public long RawOf(double? value)
    {
        if (value is not { } known || double.IsNaN(known))
        {
            return Absent ?? 0;
        }
        var (least, most) = Bounds;
        return (long)Math.Clamp(Math.Round(known * Divisor / Multiplier) - Offset, least, most);
    }

    /// <summary>Least and greatest raw number that are values and fit the width.</summary>
    internal (long Least, long Most) Bounds =>
        IsSigned
            ? (Math.Max(Least, -(1L << (Width - 1))), Math.Min(Most, (1L << (Width - 1)) - 1))
            : (Math.Max(Least, 0), Math.Min(Most, (1L << Width) - 1));
}
