using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 001, monoradar target reports of older radars: plots and local tracks, each with a profile of its own.</summary>
/// <remarks>
/// EUROCONTROL-SPEC-0149-2a. The unit of I001/120 is that of the default scale f = 6. The first bit of I001/020 (TYP) tells which profile holds. Random field sequencing (RFS) is
/// obsolete and not read: a record that has it is counted as <see cref="AsterixFault.ItemUnknown"/>.
/// </remarks>
public static class Cat001
{
    private static readonly AsterixItem Origin = Source();
    private static readonly AsterixItem Position = RadarItems.PolarPosition("040", 128);
    private static readonly AsterixItem Mode3A = RadarItems.Mode3A("070");
    private static readonly AsterixItem Mode2 = RadarItems.Mode2("050");
    private static readonly AsterixItem Mode3AConfidence = RadarItems.PulseConfidence(
        "080",
        "Mode-3/A Code Confidence Indicator"
    );
    private static readonly AsterixItem Mode2Confidence = RadarItems.PulseConfidence(
        "060",
        "Mode-2 Code Confidence Indicator"
    );
    private static readonly AsterixItem ModeC = Fixed(
        "090",
        "Mode-C Code in Binary Representation",
        U("V", 1),
        U("G", 1),
        S("HGT", 14, "FL", 1, 4)
    );
    private static readonly AsterixItem ModeCConfidence = RadarItems.ModeCConfidence("100");
    private static readonly AsterixItem Characteristics = Chained("130", "Radar Plot Characteristics", U("IND", 7));
    private static readonly AsterixItem Power = Fixed("131", "Received Power", S("", 8, "dBm"));
    private static readonly AsterixItem Time = Fixed("141", "Truncated Time of Day", U("", 16, "s", 1, 128));
    private static readonly AsterixItem Doppler = Fixed(
        "120",
        "Measured Radial Doppler Speed",
        S("", 8, "NM/s", 1, 256)
    );
    private static readonly AsterixItem Warning = Chained("030", "Warning/Error Conditions", U("WE", 7));
    private static readonly AsterixItem PulseX = Fixed(
        "150",
        "Presence of X-Pulse",
        U("XA", 1),
        Spare(1),
        U("XC", 1),
        Spare(2),
        U("X2", 1),
        Spare(2)
    );
    private static readonly AsterixItem Descriptor = Extended(
        "020",
        "Target Report Descriptor",
        [U("TYP", 1), U("SIM", 1), U("SSRPSR", 2), U("ANT", 1), U("SPI", 1), U("RAB", 1)],
        [U("TST", 1), U("DS1DS2", 2), U("ME", 1), U("MI", 1), Spare(2)]
    );
    private static readonly AsterixItem SpecialPurpose = Special();

    /// <summary>Edition 1.4.</summary>
    public static AsterixCategory Edition14 { get; } =
        new(
            1,
            "1.4",
            "Monoradar Target Reports (older)",
            Origin,
            Descriptor,
            Position,
            Mode3A,
            ModeC,
            Characteristics,
            Time,
            Mode2,
            Doppler,
            Power,
            Mode3AConfidence,
            ModeCConfidence,
            Mode2Confidence,
            Warning,
            PulseX,
            null,
            null,
            null,
            null,
            SpecialPurpose,
            null
        )
        {
            AlternativeBy = 1,
            AlternativeArray = Tracks(),
        };

    private static AsterixItem?[] Tracks() =>
        [
            Origin,
            Descriptor,
            Fixed("161", "Track Plot Number", U("", 16)),
            Position,
            Fixed(
                "042",
                "Calculated Position in Cartesian Co-ordinates",
                S("X", 16, "NM", 1, 64),
                S("Y", 16, "NM", 1, 64)
            ),
            RadarItems.PolarVelocity("200"),
            Mode3A,
            ModeC,
            Time,
            Characteristics,
            Power,
            Doppler,
            Extended(
                "170",
                "Track Status",
                [U("CON", 1), U("RAD", 1), U("MAN", 1), U("DOU", 1), U("RDPC", 1), Spare(1), U("GHO", 1)],
                [U("TRE", 1), Spare(6)]
            ),
            Chained("210", "Track Quality", U("QI", 7)),
            Mode2,
            Mode3AConfidence,
            ModeCConfidence,
            Mode2Confidence,
            Warning,
            SpecialPurpose,
            null,
            PulseX,
        ];
}
