using Fourfold.Codecs.Text;

namespace Fourfold.Codecs.Asterix.Specification;

/// <summary>What the bits of a field mean.</summary>
public enum AsterixFieldKind
{
    /// <summary>Whole number from 0, or a code of the standard's table.</summary>
    Unsigned,

    /// <summary>Two's complement.</summary>
    Signed,

    /// <summary>Groups of three bits: Mode 1, 2 and 3/A codes, such as 7700.</summary>
    Octal,

    /// <summary>Six-bit characters of ICAO Annex 10 (A–Z, 0–9, space).</summary>
    SixBitText,

    /// <summary>Eight-bit characters.</summary>
    Text,

    /// <summary>Octets without a number's meaning: addresses, registers, video.</summary>
    Octets,
}

/// <summary>A named run of bits in an item: its place, meaning and the size of its least significant bit.</summary>
public sealed class AsterixField
{
    internal AsterixField(string name, int width, AsterixFieldKind kind)
    {
        Name = name;
        Width = width;
        Kind = kind;
        Json = new JsonName(name);
    }

    /// <summary>Short name of the standard, such as <c>RHO</c>; empty when the item is this field alone.</summary>
    public string Name { get; }

    /// <summary>Bits, 1 or more.</summary>
    public int Width { get; }

    /// <summary>First bit in the item or element, from 0, most significant first.</summary>
    public int Offset { get; internal set; }

    /// <summary>What the bits mean.</summary>
    public AsterixFieldKind Kind { get; }

    /// <summary>Unit of the value as the standard writes it (NM, FL, °, s); empty when it has none.</summary>
    public string Unit { get; internal init; } = "";

    /// <summary>Value = raw × <see cref="Multiplier"/> ÷ <see cref="Divisor"/>.</summary>
    public double Multiplier { get; internal init; } = 1;

    /// <summary>See <see cref="Multiplier"/>.</summary>
    public double Divisor { get; internal init; } = 1;

    /// <summary>
    /// How to read the field when the bit before it is set, where the standard gives it two meanings (Mach number instead
    /// of indicated airspeed); null elsewhere.
    /// </summary>
    public AsterixField? WhenBitBefore { get; internal init; }

    /// <summary>True when the value is a measure, false when it is the raw number.</summary>
    public bool IsScaled => Multiplier != 1 || Divisor != 1;

    internal JsonName Json { get; }

    /// <summary>The scale in decimal units, known once the field has its place in a table.</summary>
    internal DecimalStep Step { get; set; }

    /// <summary>A raw number in the field's unit.</summary>
    public double Scale(long raw) => raw * Multiplier / Divisor;

    /// <summary>The raw number nearest to a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The field cannot hold it.</exception>
    public long Quantize(double value)
    {
        var raw = Math.Round(value * Divisor / Multiplier);
        var (least, most) = RawRange;
        return raw >= least && raw <= most
            ? (long)raw
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{Name} cannot hold {value} {Unit}");
    }

    /// <summary>The least and greatest raw number; of fields above 62 bits, those of 62.</summary>
    public (long Least, long Most) RawRange =>
        Kind is AsterixFieldKind.Signed
            ? (-(1L << (Math.Min(Width, 63) - 1)), (1L << (Math.Min(Width, 63) - 1)) - 1)
            : (0, (1L << Math.Min(Width, 62)) - 1);
}
