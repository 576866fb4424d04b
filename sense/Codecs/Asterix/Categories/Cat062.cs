using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 062, system track data: tracks of a fusing tracker.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-9. Editions 1.12 to 1.18 have fewer extents in I062/080 and are read the same.</remarks>
public static partial class Cat062
{
    /// <summary>Edition 1.19.</summary>
    public static AsterixCategory Edition119 { get; } =
        new(
            62,
            "1.19",
            "System Track Data",
            Source(),
            null,
            Fixed("015", "Service Identification", U("", 8)),
            TimeOfDay("070", "Time of Track Information"),
            Fixed(
                "105",
                "Calculated Position in WGS-84 Co-ordinates",
                S("LAT", 32, "°", 180, 1 << 25),
                S("LON", 32, "°", 180, 1 << 25)
            ),
            Fixed("100", "Calculated Track Position (Cartesian)", S("X", 24, "m", 1, 2), S("Y", 24, "m", 1, 2)),
            Fixed("185", "Calculated Track Velocity (Cartesian)", S("VX", 16, "m/s", 1, 4), S("VY", 16, "m/s", 1, 4)),
            Fixed("210", "Calculated Acceleration (Cartesian)", S("AX", 8, "m/s2", 1, 4), S("AY", 8, "m/s2", 1, 4)),
            Fixed("060", "Track Mode 3/A Code", U("V", 1), U("G", 1), U("CH", 1), Spare(1), Octal("MODE3A", 12)),
            Fixed("245", "Target Identification", U("STI", 2), Spare(6), SixBit("CHR", 8)),
            AircraftDerivedData(),
            Fixed("040", "Track Number", U("", 16)),
            Status(),
            UpdateAges(),
            Fixed("200", "Mode of Movement", U("TRANS", 2), U("LONG", 2), U("VERT", 2), U("ADF", 1), Spare(1)),
            DataAges(),
            Fixed("136", "Measured Flight Level", S("", 16, "FL", 1, 4)),
            Fixed("130", "Calculated Track Geometric Altitude", S("", 16, "ft", 6.25)),
            Fixed("135", "Calculated Track Barometric Altitude", U("QNH", 1), S("CTB", 15, "FL", 1, 4)),
            Fixed("220", "Calculated Rate of Climb/Descent", S("", 16, "ft/min", 6.25)),
            FlightPlanData(),
            RadarItems.TargetSize("270"),
            Fixed("300", "Vehicle Fleet Identification", U("", 8)),
            Mode5(),
            Fixed("120", "Track Mode 2 Code", Spare(4), Octal("MODE2", 12)),
            Chained("510", "Composed Track Number", U("UNIT", 8), U("TRACK", 15)),
            Accuracies(),
            Measured(),
            null,
            null,
            null,
            null,
            null,
            Reserved(),
            Special()
        );

    private static AsterixItem Status() =>
        Extended(
            "080",
            "Track Status",
            [U("MON", 1), U("SPI", 1), U("MRH", 1), U("SRC", 3), U("CNF", 1)],
            [U("SIM", 1), U("TSE", 1), U("TSB", 1), U("FPC", 1), U("AFF", 1), U("STP", 1), U("KOS", 1)],
            [U("AMA", 1), U("MD4", 2), U("ME", 1), U("MI", 1), U("MD5", 2)],
            [U("CST", 1), U("PSR", 1), U("SSR", 1), U("MDS", 1), U("ADS", 1), U("SUC", 1), U("AAC", 1)],
            [U("SDS", 2), U("EMS", 3), U("PFT", 1), U("FPLT", 1)],
            [U("DUPT", 1), U("DUPF", 1), U("DUPM", 1), U("SFC", 1), U("IDD", 1), U("IEC", 1), Spare(1)]
        );

    private static AsterixItem Mode5() =>
        Compound(
            "110",
            "Mode 5 Data Reports and Extended Mode 1 Code",
            Fixed(
                "SUM",
                "Mode 5 Summary",
                U("M5", 1),
                U("ID", 1),
                U("DA", 1),
                U("M1", 1),
                U("M2", 1),
                U("M3", 1),
                U("MC", 1),
                U("X", 1)
            ),
            Fixed(
                "PMN",
                "Mode 5 PIN, National Origin, Mission Code",
                Spare(2),
                U("PIN", 14),
                Spare(3),
                U("NAT", 5),
                Spare(2),
                U("MIS", 6)
            ),
            Fixed("POS", "Mode 5 Reported Position", S("LAT", 24, "°", 180, 1 << 23), S("LON", 24, "°", 180, 1 << 23)),
            Fixed("GA", "Mode 5 GNSS-derived Altitude", Spare(1), U("RES", 1), S("GA", 14, "ft", 25)),
            Fixed("EM1", "Extended Mode 1 Code in Octal Representation", Spare(4), Octal("EM1", 12)),
            Fixed("TOS", "Time Offset for POS and GA", S("", 8, "s", 1, 128)),
            Fixed("XP", "X Pulse Presence", Spare(3), U("X5", 1), U("XC", 1), U("X3", 1), U("X2", 1), U("X1", 1))
        );

    private static AsterixItem Accuracies() =>
        Compound(
            "500",
            "Estimated Accuracies",
            Fixed("APC", "Track Position (Cartesian)", U("X", 16, "m", 1, 2), U("Y", 16, "m", 1, 2)),
            Fixed("COV", "XY Covariance Component", S("", 16, "m", 1, 2)),
            Fixed("APW", "Track Position (WGS-84)", U("LAT", 16, "°", 180, 1 << 25), U("LON", 16, "°", 180, 1 << 25)),
            Fixed("AGA", "Calculated Track Geometric Altitude", U("", 8, "ft", 6.25)),
            Fixed("ABA", "Calculated Track Barometric Altitude", U("", 8, "FL", 1, 4)),
            Fixed("ATV", "Track Velocity (Cartesian)", U("X", 8, "m/s", 1, 4), U("Y", 8, "m/s", 1, 4)),
            Fixed("AA", "Acceleration (Cartesian)", U("X", 8, "m/s2", 1, 4), U("Y", 8, "m/s2", 1, 4)),
            Fixed("ARC", "Rate of Climb/Descent", U("", 8, "ft/min", 6.25))
        );

    private static AsterixItem Measured() =>
        Compound(
            "340",
            "Measured Information",
            Source("SID", "Sensor Identification"),
            Fixed("POS", "Measured Position", U("RHO", 16, "NM", 1, 256), Turn("THETA", 16, 16)),
            Fixed("HEIGHT", "Measured 3-D Height", S("", 16, "ft", 25)),
            Fixed("MDC", "Last Measured Mode C Code", U("V", 1), U("G", 1), S("LMC", 14, "FL", 1, 4)),
            RadarItems.Mode3A("MDA", "Last Measured Mode 3/A Code"),
            Fixed("TYP", "Report Type", U("TYP", 3), U("SIM", 1), U("RAB", 1), U("TST", 1), Spare(2))
        );
}
