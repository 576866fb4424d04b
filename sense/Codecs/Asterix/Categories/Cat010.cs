using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 010, surface movement of one sensor: targets on an apron, a harbour basin, a strait.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-7. Editions 0.31 to 1.1 are laid out the same.</remarks>
public static class Cat010
{
    /// <summary>Edition 1.1.</summary>
    public static AsterixCategory Edition11 { get; } =
        new(
            10,
            "1.1",
            "Monosensor Surface Movement Data",
            Source(),
            Fixed("000", "Message Type", U("", 8)),
            Extended(
                "020",
                "Target Report Descriptor",
                [U("TYP", 3), U("DCR", 1), U("CHN", 1), U("GBS", 1), U("CRT", 1)],
                [U("SIM", 1), U("TST", 1), U("RAB", 1), U("LOP", 2), U("TOT", 2)],
                [U("SPI", 1), Spare(6)]
            ),
            TimeOfDay("140", "Time of Day"),
            Fixed(
                "041",
                "Position in WGS-84 Co-ordinates",
                S("LAT", 32, "°", 180, 1L << 31),
                S("LON", 32, "°", 180, 1L << 31)
            ),
            Fixed("040", "Measured Position in Polar Co-ordinates", U("RHO", 16, "m", 1), Turn("TH", 16, 16)),
            Fixed("042", "Position in Cartesian Co-ordinates", S("X", 16, "m"), S("Y", 16, "m")),
            Fixed(
                "200",
                "Calculated Track Velocity in Polar Co-ordinates",
                U("GSP", 16, "NM/s", 1, 1 << 14),
                Turn("TRA", 16, 16)
            ),
            Fixed(
                "202",
                "Calculated Track Velocity in Cartesian Co-ordinates",
                S("VX", 16, "m/s", 1, 4),
                S("VY", 16, "m/s", 1, 4)
            ),
            Fixed("161", "Track Number", Spare(4), U("TRK", 12)),
            Extended(
                "170",
                "Track Status",
                [U("CNF", 1), U("TRE", 1), U("CST", 2), U("MAH", 1), U("TCC", 1), U("STH", 1)],
                [U("TOM", 2), U("DOU", 3), U("MRS", 2)],
                [U("GHO", 1), Spare(6)]
            ),
            RadarItems.Mode3A("060"),
            Fixed("220", "Target Address", Hex("", 24)),
            Fixed("245", "Target Identification", U("STI", 2), Spare(6), SixBit("CHR", 8)),
            RadarItems.ModeSRegisters("250", "Mode S MB Data"),
            Fixed("300", "Vehicle Fleet Identification", U("", 8)),
            Fixed("090", "Flight Level in Binary Representation", U("V", 1), U("G", 1), S("FL", 14, "FL", 1, 4)),
            Fixed("091", "Measured Height", S("", 16, "ft", 6.25)),
            RadarItems.TargetSize("270"),
            Fixed("550", "System Status", U("NOGO", 2), U("OVL", 1), U("TSV", 1), U("DIV", 1), U("TTF", 1), Spare(2)),
            Fixed("310", "Pre-programmed Message", U("TRB", 1), U("MSG", 7)),
            Fixed(
                "500",
                "Standard Deviation of Position",
                U("DEVX", 8, "m", 1, 4),
                U("DEVY", 8, "m", 1, 4),
                S("COVXY", 16, "m", 1, 4)
            ),
            Repeated("280", "Presence", S("DRHO", 8, "m"), S("DTHETA", 8, "°", 15, 100)),
            Fixed("131", "Amplitude of Primary Plot", U("", 8)),
            Fixed("210", "Calculated Acceleration", S("AX", 8, "m/s2", 1, 4), S("AY", 8, "m/s2", 1, 4)),
            null,
            Special(),
            Reserved()
        );
}
