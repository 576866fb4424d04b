using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

public static partial class Cat062
{
    /// <summary>Edition 0.17, an early draft that some trackers still send; its profile is another than that of 1.x.</summary>
    public static AsterixCategory Edition017 { get; } =
        new(
            62,
            "0.17",
            "System Track Data (draft 0.17)",
            Source(),
            Fixed("015", "Service Identification", U("", 8)),
            TimeOfDay("070", "Time of Track"),
            Fixed("040", "Track Number", Spare(1), U("TRN", 15)),
            Fixed(
                "105",
                "Calculated Position in WGS-84 Co-ordinates",
                S("LAT", 24, "°", 180, 1 << 23),
                S("LON", 24, "°", 180, 1 << 23)
            ),
            Fixed("100", "Calculated Track Position (Cartesian)", S("X", 16, "NM", 1, 64), S("Y", 16, "NM", 1, 64)),
            Fixed("060", "Track Mode 3/A Code", Spare(4), Octal("MODE3A", 12)),
            Fixed("130", "Calculated Track Geometric Altitude", S("", 16, "ft", 6.25)),
            Fixed("135", "Calculated Track Barometric Altitude", U("QNH", 1), S("CTB", 15, "FL", 1, 4)),
            Fixed("136", "Measured Flight Level", S("", 16, "FL", 1, 4)),
            RadarItems.PolarVelocity("180"),
            Fixed("200", "Mode of Flight", U("TRANS", 2), U("LONG", 2), U("VERT", 2), Spare(2)),
            Fixed("220", "Calculated Rate of Climb/Descent", S("", 16, "ft/min", 6.25)),
            Fixed("240", "Calculated Rate of Turn", S("", 8, "°/s", 1, 4)),
            Fixed("210", "Calculated Longitudinal Acceleration", S("", 16, "NM/s2", 1, 1 << 22)),
            Extended(
                "080",
                "Track Status",
                [U("MON", 1), U("SPI", 1), U("MRH", 1), U("SRC", 3), U("CNF", 1)],
                [U("SIM", 1), U("TSE", 1), U("TSB", 1), U("FPC", 1), Spare(3)],
                [U("AMA", 1), U("MD4", 2), U("ME", 1), U("MI", 1), Spare(2)],
                [U("CST", 1), U("PSR", 1), U("SSR", 1), U("MDS", 1), U("ADS", 1), U("SUC", 1), U("AAC", 1)]
            ),
            Compound(
                "290",
                "System Track Update Ages",
                RadarItems.Age("PSR", "PSR Age"),
                RadarItems.Age("SSR", "SSR Age"),
                RadarItems.Age("MDA", "Mode 3/A Age"),
                RadarItems.Age("MFL", "Measured Flight Level Age"),
                RadarItems.Age("MDS", "Mode S Age"),
                Fixed("ADS", "ADS Age", U("", 16, "s", 1, 4)),
                RadarItems.Age("ADB", "ADS-B Age"),
                RadarItems.Age("MD1", "Mode 1 Age"),
                RadarItems.Age("MD2", "Mode 2 Age")
            ),
            Measured(),
            Compound(
                "380",
                "Mode S Related Data",
                RadarItems.ModeSRegisters("MB", "Mode S MB Data"),
                Fixed("ADR", "Aircraft Address", Hex("", 24)),
                Fixed("ID", "Aircraft Identification", SixBit("", 8)),
                Capability(),
                Fixed("ACS", "ACAS Resolution Advisory Report", Hex("", 56))
            ),
            DraftAccuracies(),
            FlightPlanData(),
            Fixed("110", "Track Mode 1 Code", Spare(3), U("MODE1", 5)),
            Fixed("120", "Track Mode 2 Code", Spare(4), Octal("MODE2", 12)),
            Chained("510", "Composed Track Number", U("UNIT", 8), U("TRACK", 15)),
            null,
            null,
            Reserved(),
            Special()
        );

    private static AsterixItem DraftAccuracies() =>
        Compound(
            "050",
            "Estimated Accuracies",
            Fixed("APC", "Track Position (Cartesian)", U("X", 8, "NM", 1, 64), U("Y", 8, "NM", 1, 64)),
            Fixed("APW", "Track Position (WGS-84)", U("LAT", 16, "°", 180, 1 << 23), U("LON", 16, "°", 180, 1 << 23)),
            Fixed("ATA", "Track Geometric Altitude", U("", 16, "ft", 6.25)),
            Fixed("ATF", "Track Flight Level", U("", 8, "FL", 1, 4)),
            Fixed("ATV", "Track Velocity (Polar)", U("GSP", 8, "NM/s", 1, 1 << 14), Turn("HDG", 16, 16)),
            Fixed("ART", "Rate of Turn", U("", 8, "°/s", 1, 4)),
            Fixed("ALA", "Longitudinal Acceleration", U("", 16, "NM/s2", 1, 1 << 22)),
            Fixed("ARC", "Rate of Climb/Descent", U("", 8, "ft/min", 6.25))
        );
}
