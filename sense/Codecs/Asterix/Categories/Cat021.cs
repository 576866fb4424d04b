using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 021, ADS-B target reports of ground stations.</summary>
/// <remarks>
/// EUROCONTROL-SPEC-0149-12. Editions before 1.0 have another profile than 2.x, and no field says which is meant: see
/// <see cref="AsterixEditions"/>. From 2.1 on only extents and subfields were added.
/// </remarks>
public static partial class Cat021
{
    /// <summary>Edition 2.6.</summary>
    public static AsterixCategory Edition26 { get; } =
        new(
            21,
            "2.6",
            "ADS-B Target Reports",
            Source(title: "Data Source Identification"),
            Descriptor(),
            Fixed("161", "Track Number", Spare(4), U("TRNUM", 12)),
            Fixed("015", "Service Identification", U("", 8)),
            TimeOfDay("071", "Time of Applicability for Position"),
            Position("130", "Position in WGS-84 Co-ordinates", 24, 1 << 23),
            Position("131", "High-Resolution Position in WGS-84 Co-ordinates", 32, 1 << 30),
            TimeOfDay("072", "Time of Applicability for Velocity"),
            Fixed("150", "Air Speed", U("IM", 1), AirspeedOrMach("AS")),
            Fixed("151", "True Airspeed", U("RE", 1), U("TAS", 15, "kt", 1)),
            Fixed("080", "Target Address", Hex("", 24)),
            TimeOfDay("073", "Time of Message Reception for Position"),
            FineTime("074", "Time of Message Reception of Position, High Precision"),
            TimeOfDay("075", "Time of Message Reception for Velocity"),
            FineTime("076", "Time of Message Reception of Velocity, High Precision"),
            Fixed("140", "Geometric Height", S("", 16, "ft", 6.25)),
            Quality(),
            Fixed("210", "MOPS Version", Spare(1), U("VNS", 1), U("VN", 3), U("LTT", 3)),
            Fixed("070", "Mode 3/A Code in Octal Representation", Spare(4), Octal("MODE3A", 12)),
            Fixed("230", "Roll Angle", S("", 16, "°", 1, 100)),
            Fixed("145", "Flight Level", S("", 16, "FL", 1, 4)),
            Fixed("152", "Magnetic Heading", Turn("", 16, 16)),
            Fixed("200", "Target Status", U("ICF", 1), U("LNAV", 1), U("ME", 1), U("PS", 3), U("SS", 2)),
            Fixed("155", "Barometric Vertical Rate", U("RE", 1), S("BVR", 15, "ft/min", 6.25)),
            Fixed("157", "Geometric Vertical Rate", U("RE", 1), S("GVR", 15, "ft/min", 6.25)),
            Fixed("160", "Airborne Ground Vector", U("RE", 1), U("GS", 15, "NM/s", 1, 1 << 14), Turn("TA", 16, 16)),
            Fixed("165", "Track Angle Rate", Spare(6), S("TAR", 10, "°/s", 1, 32)),
            TimeOfDay("077", "Time of ASTERIX Report Transmission"),
            Fixed("170", "Target Identification", SixBit("", 8)),
            Fixed("020", "Emitter Category", U("", 8)),
            Weather(),
            SelectedAltitude("Selected Altitude", "S"),
            FinalAltitude(),
            Compound("110", "Trajectory Intent", RadarItems.IntentStatus(), RadarItems.IntentPoints()),
            Fixed("016", "Service Management", U("", 8, "s", 1, 2)),
            Fixed(
                "008",
                "Aircraft Operational Status",
                U("RA", 1),
                U("TC", 2),
                U("TS", 1),
                U("ARV", 1),
                U("CDTIA", 1),
                U("NOTTCAS", 1),
                U("SA", 1)
            ),
            Surface(),
            Fixed("132", "Message Amplitude", S("", 8, "dBm")),
            RadarItems.ModeSRegisters("250", "Mode S MB Data"),
            Advisory(),
            Fixed("400", "Receiver ID", U("", 8)),
            Ages(),
            null,
            null,
            null,
            null,
            null,
            Reserved(Expansion()),
            Special()
        );

    private static AsterixItem Descriptor() =>
        Extended(
            "040",
            "Target Report Descriptor",
            [U("ATP", 3), U("ARC", 2), U("RC", 1), U("RAB", 1)],
            [U("DCR", 1), U("GBS", 1), U("SIM", 1), U("TST", 1), U("SAA", 1), U("CL", 2)],
            [Spare(1), U("LLC", 1), U("IPC", 1), U("NOGO", 1), U("CPR", 1), U("LDPJ", 1), U("RCF", 1)],
            [U("TBC", 7)],
            [U("MBC", 7)]
        );

    private static AsterixItem Position(string name, string title, int width, long half) =>
        Fixed(name, title, S("LAT", width, "°", 180, half), S("LON", width, "°", 180, half));

    private static AsterixItem FineTime(string name, string title) =>
        Fixed(name, title, U("FSI", 2), U("TOMRP", 30, "s", 1, 1 << 30));

    private static AsterixItem Quality() =>
        Extended(
            "090",
            "Quality Indicators",
            [U("NUCRNACV", 3), U("NUCPNIC", 4)],
            [U("NICBARO", 1), U("SIL", 2), U("NACP", 4)],
            [Spare(2), U("SILS", 1), U("SDA", 2), U("GVA", 2)],
            [U("PIC", 4), Spare(3)]
        );

    private static AsterixItem Weather() =>
        Compound(
            "220",
            "Met Information",
            Fixed("WS", "Wind Speed", U("", 16, "kt", 1)),
            Fixed("WD", "Wind Direction", U("", 16, "°", 1)),
            Fixed("TMP", "Temperature", S("", 16, "°C", 1, 4)),
            Fixed("TRB", "Turbulence", U("", 8))
        );

    private static AsterixItem SelectedAltitude(string title, string source) =>
        Fixed("146", title, U("SAS", 1), U(source, 2), S("ALT", 13, "ft", 25));

    private static AsterixItem FinalAltitude() =>
        Fixed("148", "Final State Selected Altitude", U("MV", 1), U("AH", 1), U("AM", 1), S("ALT", 13, "ft", 25));

    private static AsterixItem Surface() =>
        Extended(
            "271",
            "Surface Capabilities and Characteristics",
            [Spare(2), U("POA", 1), U("CDTIS", 1), U("B2LOW", 1), U("RAS", 1), U("IDENT", 1)],
            [U("LW", 4), Spare(3)]
        );

    private static AsterixItem Advisory() =>
        Fixed(
            "260",
            "ACAS Resolution Advisory Report",
            U("TYP", 5),
            U("STYP", 3),
            U("ARA", 14),
            U("RAC", 4),
            U("RAT", 1),
            U("MTE", 1),
            U("TTI", 2),
            U("TID", 26)
        );
}
