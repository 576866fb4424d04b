using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 008, weather that a radar sees: vectors and contours.</summary>
/// <remarks>
/// EUROCONTROL-SPEC-0149-3. Components X, Y, lengths and ranges are counts; I008/100 F scales them: their unit is
/// 2^F NM ÷ 64 (cartesian, ranges).
/// </remarks>
public static class Cat008
{
    /// <summary>Edition 1.3.</summary>
    public static AsterixCategory Edition13 { get; } =
        new(
            8,
            "1.3",
            "Monoradar Derived Weather Information",
            Source(),
            Fixed("000", "Message Type", U("", 8)),
            Extended(
                "020",
                "Vector Qualifier",
                [U("ORG", 1), U("I", 3), U("S", 3)],
                [Spare(5), U("TST", 1), U("ER", 1)]
            ),
            Repeated("036", "Sequence of Cartesian Vectors in SPF Notation", S("X", 8), S("Y", 8), U("LENGTH", 8)),
            Repeated("034", "Sequence of Polar Vectors in SPF Notation", U("STR", 8), U("ENDR", 8), Turn("AZ", 16, 16)),
            Fixed("040", "Contour Identifier", U("ORG", 1), U("I", 3), Spare(2), U("FSTLST", 2), U("CSN", 8)),
            Repeated("050", "Sequence of Contour Points in SPF Notation", S("X1", 8), S("Y1", 8)),
            TimeOfDay("090", "Time of Day"),
            Extended("100", "Processing Status", [S("F", 5), U("R", 3), U("Q", 15)]),
            Chained("110", "Station Configuration Status", U("DATA", 7)),
            Fixed("120", "Total Number of Items Constituting One Weather Picture", U("", 16)),
            Repeated(
                "038",
                "Sequence of Weather Vectors in SPF Notation",
                S("X1", 8),
                S("Y1", 8),
                S("X2", 8),
                S("Y2", 8)
            ),
            Special(),
            null
        );
}
