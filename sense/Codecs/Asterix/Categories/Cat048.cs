using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 048, monoradar target reports: plots and local tracks of one radar.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-4. Editions before 1.31 have fewer extents in I048/020 and are read the same.</remarks>
public static class Cat048
{
    /// <summary>Edition 1.31.</summary>
    public static AsterixCategory Edition131 { get; } =
        new(
            48,
            "1.31",
            "Monoradar Target Reports",
            Source(),
            TimeOfDay("140", "Time of Day"),
            Descriptor(),
            RadarItems.PolarPosition("040", 256),
            RadarItems.Mode3A("070"),
            Fixed("090", "Flight Level in Binary Representation", U("V", 1), U("G", 1), S("FL", 14, "FL", 1, 4)),
            PlotCharacteristics(),
            Fixed("220", "Aircraft Address", Hex("", 24)),
            Fixed("240", "Aircraft Identification", SixBit("", 8)),
            RadarItems.ModeSRegisters("250", "BDS Register Data"),
            Fixed("161", "Track Number", Spare(4), U("TRN", 12)),
            Fixed(
                "042",
                "Calculated Position in Cartesian Co-ordinates",
                S("X", 16, "NM", 1, 128),
                S("Y", 16, "NM", 1, 128)
            ),
            RadarItems.PolarVelocity("200"),
            Status(),
            Fixed(
                "210",
                "Track Quality",
                U("SIGX", 8, "NM", 1, 128),
                U("SIGY", 8, "NM", 1, 128),
                U("SIGV", 8, "NM/s", 1, 1 << 14),
                Turn("SIGH", 8, 12)
            ),
            Chained("030", "Warning/Error Conditions and Target Classification", U("CODE", 7)),
            RadarItems.PulseConfidence("080", "Mode-3/A Code Confidence Indicator"),
            RadarItems.ModeCConfidence("100"),
            Fixed("110", "Height Measured by a 3D Radar", Spare(2), S("3DH", 14, "ft", 25)),
            DopplerSpeed(),
            Capability(),
            Fixed("260", "ACAS Resolution Advisory Report", Hex("", 56)),
            Fixed("055", "Mode-1 Code in Octal Representation", U("V", 1), U("G", 1), U("L", 1), U("MODE1", 5)),
            RadarItems.Mode2("050"),
            Fixed(
                "065",
                "Mode-1 Code Confidence Indicator",
                Spare(3),
                U("QA4", 1),
                U("QA2", 1),
                U("QA1", 1),
                U("QB2", 1),
                U("QB1", 1)
            ),
            RadarItems.PulseConfidence("060", "Mode-2 Code Confidence Indicator"),
            Special(),
            Reserved()
        );

    private static AsterixItem Descriptor() =>
        Extended(
            "020",
            "Target Report Descriptor",
            [U("TYP", 3), U("SIM", 1), U("RDP", 1), U("SPI", 1), U("RAB", 1)],
            [U("TST", 1), U("ERR", 1), U("XPP", 1), U("ME", 1), U("MI", 1), U("FOEFRI", 2)],
            [U("ADSB", 2), U("SCN", 2), U("PAI", 2), Spare(1)]
        );

    private static AsterixItem PlotCharacteristics() =>
        Compound(
            "130",
            "Radar Plot Characteristics",
            Fixed("SRL", "SSR Plot Runlength", Turn("", 8, 13)),
            Fixed("SRR", "Number of Received Replies for (M)SSR", U("", 8)),
            Fixed("SAM", "Amplitude of (M)SSR Reply", S("", 8, "dBm")),
            Fixed("PRL", "Primary Plot Runlength", Turn("", 8, 13)),
            Fixed("PAM", "Amplitude of Primary Plot", S("", 8, "dBm")),
            Fixed("RPD", "Difference in Range Between PSR and SSR Plot", S("", 8, "NM", 1, 256)),
            Fixed("APD", "Difference in Azimuth Between PSR and SSR Plot", S("", 8, "°", 360, 1 << 14))
        );

    private static AsterixItem Status() =>
        Extended(
            "170",
            "Track Status",
            [U("CNF", 1), U("RAD", 2), U("DOU", 1), U("MAH", 1), U("CDM", 2)],
            [U("TRE", 1), U("GHO", 1), U("SUP", 1), U("TCC", 1), Spare(3)]
        );

    private static AsterixItem DopplerSpeed() =>
        Compound(
            "120",
            "Radial Doppler Speed",
            Fixed("CAL", "Calculated Doppler Speed", U("D", 1), Spare(5), S("CAL", 10, "m/s")),
            Repeated("RDS", "Raw Doppler Speed", U("DOP", 16, "m/s", 1), U("AMB", 16, "m/s", 1), U("FRQ", 16, "MHz", 1))
        );

    private static AsterixItem Capability() =>
        Fixed(
            "230",
            "Communications/ACAS Capability and Flight Status",
            U("COM", 3),
            U("STAT", 3),
            U("SI", 1),
            Spare(1),
            U("MSSC", 1),
            U("ARC", 1),
            U("AIC", 1),
            U("B1A", 1),
            U("B1B", 4)
        );
}
