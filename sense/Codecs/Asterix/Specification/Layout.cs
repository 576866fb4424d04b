namespace Fourfold.Codecs.Asterix.Specification;

/// <summary>Words in which the categories' tables are written.</summary>
internal static class Layout
{
    /// <summary>The data source identifier, the same in all categories.</summary>
    public static AsterixItem Source(string name = "010", string title = "Data Source Identifier") =>
        Fixed(name, title, U("SAC", 8), U("SIC", 8));

    /// <summary>Seconds since midnight UTC, in 1/128.</summary>
    public static AsterixItem TimeOfDay(string name, string title) => Fixed(name, title, U("", 24, "s", 1, 128));

    public static AsterixField U(string name, int width) => new(name, width, AsterixFieldKind.Unsigned);

    public static AsterixField U(string name, int width, string unit, double multiplier, double divisor = 1) =>
        new(name, width, AsterixFieldKind.Unsigned)
        {
            Unit = unit,
            Multiplier = multiplier,
            Divisor = divisor,
        };

    public static AsterixField S(string name, int width, string unit = "", double multiplier = 1, double divisor = 1) =>
        new(name, width, AsterixFieldKind.Signed)
        {
            Unit = unit,
            Multiplier = multiplier,
            Divisor = divisor,
        };

    public static AsterixField Octal(string name, int width) => new(name, width, AsterixFieldKind.Octal);

    public static AsterixField SixBit(string name, int characters) =>
        new(name, 6 * characters, AsterixFieldKind.SixBitText);

    public static AsterixField Ascii(string name, int characters) => new(name, 8 * characters, AsterixFieldKind.Text);

    public static AsterixField Hex(string name, int width) => new(name, width, AsterixFieldKind.Octets);

    /// <summary>Bits without a meaning in this edition; whatever they hold is passed over.</summary>
    public static AsterixField Spare(int width) => new("·", width, AsterixFieldKind.Unsigned);

    /// <summary>An angle over a full turn of 2^bits.</summary>
    public static AsterixField Turn(string name, int width, int bits) => U(name, width, "°", 360, 1L << bits);

    /// <summary>Indicated airspeed, or Mach number when the bit before it is set.</summary>
    public static AsterixField AirspeedOrMach(string name) =>
        new(name, 15, AsterixFieldKind.Unsigned)
        {
            Unit = "NM/s",
            Divisor = 1 << 14,
            WhenBitBefore = U(name, 15, "Mach", 1, 1000),
        };

    public static AsterixItem Fixed(string name, string title, params AsterixField[] fields) =>
        new(name, title, AsterixForm.Fixed) { FieldArray = Place(fields, 0, out var bits), Octets = Whole(name, bits) };

    /// <summary>Parts that each leave one bit for FX.</summary>
    public static AsterixItem Extended(string name, string title, params AsterixField[][] parts)
    {
        var fields = new List<AsterixField>();
        var octets = new byte[parts.Length];
        var at = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            fields.AddRange(Place(parts[i], at, out var end));
            octets[i] = (byte)Whole(name, end + 1 - at);
            at = end + 1;
        }
        return new(name, title, AsterixForm.Extended)
        {
            FieldArray = [.. fields],
            ExtentOctets = octets,
            Octets = at / 8,
        };
    }

    public static AsterixItem Repeated(string name, string title, params AsterixField[] fields) =>
        new(name, title, AsterixForm.Repeated)
        {
            FieldArray = Place(fields, 0, out var bits),
            Octets = Whole(name, bits),
        };

    /// <summary>Elements that each leave one bit for FX.</summary>
    public static AsterixItem Chained(string name, string title, params AsterixField[] fields) =>
        new(name, title, AsterixForm.Chained)
        {
            FieldArray = Place(fields, 0, out var bits),
            Octets = Whole(name, bits + 1),
        };

    public static AsterixItem Compound(string name, string title, params AsterixItem?[] parts) =>
        new(name, title, AsterixForm.Compound) { PartArray = parts };

    public static AsterixItem Explicit(string name, string title, AsterixItem? content = null) =>
        new(name, title, AsterixForm.Explicit) { Content = content };

    /// <summary>Reserved Expansion Field: LEN, then what the category's appendix says.</summary>
    public static AsterixItem Reserved(AsterixItem? content = null) =>
        Explicit("RE", "Reserved Expansion Field", content);

    /// <summary>Special Purpose Field: LEN, then what its users agreed.</summary>
    public static AsterixItem Special() => Explicit("SP", "Special Purpose Field");

    private static AsterixField[] Place(AsterixField[] fields, int from, out int end)
    {
        foreach (var field in fields)
        {
            (field.Offset, field.Step) = (from, DecimalStep.Of(field));
            if (field.WhenBitBefore is { } other)
            {
                (other.Offset, other.Step) = (from, DecimalStep.Of(other));
            }
            from += field.Width;
        }
        end = from;
        return Array.FindAll(fields, field => field.Name != "·");
    }

    private static int Whole(string name, int bits) =>
        bits % 8 == 0 ? bits / 8 : throw new ArgumentException($"item {name} has {bits} bits");
}
