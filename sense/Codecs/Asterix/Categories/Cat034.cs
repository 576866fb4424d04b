using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 034, monoradar service messages: north markers, sectors, state of one radar.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-2b.</remarks>
public static class Cat034
{
    /// <summary>Edition 1.29.</summary>
    public static AsterixCategory Edition129 { get; } =
        new(
            34,
            "1.29",
            "Monoradar Service Messages",
            Source(),
            Fixed("000", "Message Type", U("", 8)),
            TimeOfDay("030", "Time of Day"),
            Fixed("020", "Sector Number", Turn("", 8, 8)),
            Fixed("041", "Antenna Rotation Speed", U("", 16, "s", 1, 128)),
            Configuration(),
            Processing(),
            Repeated("070", "Message Count Values", U("TYP", 5), U("COUNT", 11)),
            Fixed(
                "100",
                "Generic Polar Window",
                U("RHOST", 16, "NM", 1, 256),
                U("RHOEND", 16, "NM", 1, 256),
                Turn("THETAST", 16, 16),
                Turn("THETAEND", 16, 16)
            ),
            Fixed("110", "Data Filter", U("", 8)),
            Fixed(
                "120",
                "3D-Position of Data Source",
                S("HGT", 16, "m"),
                S("LAT", 24, "°", 180, 1 << 23),
                S("LON", 24, "°", 180, 1 << 23)
            ),
            Fixed("090", "Collimation Error", S("RNG", 8, "NM", 1, 128), S("AZM", 8, "°", 360, 1 << 14)),
            Reserved(),
            Special()
        );

    private static AsterixItem Configuration() =>
        Compound(
            "050",
            "System Configuration and Status",
            Fixed(
                "COM",
                "Common Part",
                U("NOGO", 1),
                U("RDPC", 1),
                U("RDPR", 1),
                U("OVLRDP", 1),
                U("OVLXMT", 1),
                U("MSC", 1),
                U("TSV", 1),
                Spare(1)
            ),
            null,
            null,
            Fixed("PSR", "PSR Sensor", U("ANT", 1), U("CHAB", 2), U("OVL", 1), U("MSC", 1), Spare(3)),
            Fixed("SSR", "SSR Sensor", U("ANT", 1), U("CHAB", 2), U("OVL", 1), U("MSC", 1), Spare(3)),
            Fixed(
                "MDS",
                "Mode S Sensor",
                U("ANT", 1),
                U("CHAB", 2),
                U("OVLSUR", 1),
                U("MSC", 1),
                U("SCF", 1),
                U("DLF", 1),
                U("OVLSCF", 1),
                U("OVLDLF", 1),
                Spare(7)
            )
        );

    private static AsterixItem Processing() =>
        Compound(
            "060",
            "System Processing Mode",
            Fixed("COM", "Common Part", Spare(1), U("REDRDP", 3), U("REDXMT", 3), Spare(1)),
            null,
            null,
            Fixed("PSR", "PSR Sensor", U("POL", 1), U("REDRAD", 3), U("STC", 2), Spare(2)),
            Fixed("SSR", "SSR Sensor", U("REDRAD", 3), Spare(5)),
            Fixed("MDS", "Mode S Sensor", U("REDRAD", 3), U("CLU", 1), Spare(4))
        );
}
