using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 002, monoradar service messages of older radars: north markers, sectors.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-2b.</remarks>
public static class Cat002
{
    /// <summary>Edition 1.1.</summary>
    public static AsterixCategory Edition11 { get; } =
        new(
            2,
            "1.1",
            "Monoradar Service Messages (older)",
            Source(),
            Fixed("000", "Message Type", U("", 8)),
            Fixed("020", "Sector Number", Turn("", 8, 8)),
            TimeOfDay("030", "Time of Day"),
            Fixed("041", "Antenna Rotation Speed", U("", 16, "s", 1, 128)),
            Chained("050", "Station Configuration Status", U("SCS", 7)),
            Chained("060", "Station Processing Mode", U("SPM", 7)),
            Repeated("070", "Plot Count Values", U("A", 1), U("IDENT", 5), U("COUNTER", 10)),
            Fixed(
                "100",
                "Dynamic Window Type 1",
                U("RS", 16, "NM", 1, 128),
                U("RE", 16, "NM", 1, 128),
                Turn("TS", 16, 16),
                Turn("TE", 16, 16)
            ),
            Fixed("090", "Collimation Error", S("RE", 8, "NM", 1, 128), S("AE", 8, "°", 360, 1 << 14)),
            Chained("080", "Warning/Error Conditions", U("WE", 7)),
            null,
            Special(),
            null
        );
}
