using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

public static partial class Cat021
{
    private static AsterixItem Ages() =>
        Compound(
            "295",
            "Data Ages",
            RadarItems.Age("AOS", "Aircraft Operational Status Age", 10),
            RadarItems.Age("TRD", "Target Report Descriptor Age", 10),
            RadarItems.Age("M3A", "Mode 3/A Age", 10),
            RadarItems.Age("QI", "Quality Indicators Age", 10),
            RadarItems.Age("TI1", "Trajectory Intent Age", 10),
            RadarItems.Age("MAM", "Message Amplitude Age", 10),
            RadarItems.Age("GH", "Geometric Height Age", 10),
            RadarItems.Age("FL", "Flight Level Age", 10),
            RadarItems.Age("SAL", "Selected Altitude Age", 10),
            RadarItems.Age("FSA", "Final State Selected Altitude Age", 10),
            RadarItems.Age("AS", "Air Speed Age", 10),
            RadarItems.Age("TAS", "True Air Speed Age", 10),
            RadarItems.Age("MH", "Magnetic Heading Age", 10),
            RadarItems.Age("BVR", "Barometric Vertical Rate Age", 10),
            RadarItems.Age("GVR", "Geometric Vertical Rate Age", 10),
            RadarItems.Age("GV", "Ground Vector Age", 10),
            RadarItems.Age("TAR", "Track Angle Rate Age", 10),
            RadarItems.Age("TI2", "Target Identification Age", 10),
            RadarItems.Age("TS", "Target Status Age", 10),
            RadarItems.Age("MET", "Met Information Age", 10),
            RadarItems.Age("ROA", "Roll Angle Age", 10),
            RadarItems.Age("ARA", "ACAS Resolution Advisory Age", 10),
            RadarItems.Age("SCC", "Surface Capabilities and Characteristics Age", 10)
        );

    /// <summary>Appendix A, edition 1.4: an octet of eight presence bits without FX, of which the first five are read here.</summary>
    private static AsterixItem Expansion() =>
        new("RE", "Reserved Expansion Field", AsterixForm.Compound)
        {
            IsOneOctetOfPresence = true,
            PartArray =
            [
                Fixed("BPS", "Barometric Pressure Setting", Spare(4), U("BPS", 12, "hPa", 1, 10)),
                Fixed("SelH", "Selected Heading", Spare(4), U("HRD", 1), U("STAT", 1), U("SelH", 10, "°", 180, 512)),
                Fixed("NAV", "Navigation Mode", U("AP", 1), U("VN", 1), U("AH", 1), U("AM", 1), Spare(4)),
                Fixed("GAO", "GPS Antenna Offset", Hex("", 8)),
                Extended(
                    "SGV",
                    "Surface Ground Vector",
                    [U("STP", 1), U("HTS", 1), U("HTT", 1), U("HRD", 1), U("GSS", 11, "kt", 1, 8)],
                    [U("HGT", 7, "°", 360, 128)]
                ),
                null,
                null,
                null,
            ],
        };

    /// <summary>Edition 0.26, of older stations.</summary>
    public static AsterixCategory Edition026 { get; } =
        new(
            21,
            "0.26",
            "ADS-B Target Reports (before 1.0)",
            Source(title: "Data Source Identification"),
            Fixed(
                "040",
                "Target Report Descriptor",
                U("DCR", 1),
                U("GBS", 1),
                U("SIM", 1),
                U("TST", 1),
                U("RAB", 1),
                U("SAA", 1),
                U("SPI", 1),
                Spare(1),
                U("ATP", 3),
                U("ARC", 2),
                Spare(3)
            ),
            TimeOfDay("030", "Time of Day"),
            Position("130", "Position in WGS-84 Co-ordinates", 32, 1 << 25),
            Fixed("080", "Target Address", Hex("", 24)),
            Fixed("140", "Geometric Altitude", S("", 16, "ft", 6.25)),
            Fixed("090", "Figure of Merit", U("AC", 2), U("MN", 2), U("DC", 2), Spare(6), U("PA", 4)),
            Fixed(
                "210",
                "Link Technology Indicator",
                Spare(3),
                U("DTI", 1),
                U("MDS", 1),
                U("UAT", 1),
                U("VDL", 1),
                U("OTR", 1)
            ),
            Fixed("230", "Roll Angle", S("", 16, "°", 1, 100)),
            Fixed("145", "Flight Level", S("", 16, "FL", 1, 4)),
            Fixed("150", "Air Speed", U("IM", 1), AirspeedOrMach("AS")),
            Fixed("151", "True Airspeed", U("", 16, "kt", 1)),
            Fixed("152", "Magnetic Heading", Turn("", 16, 16)),
            Fixed("155", "Barometric Vertical Rate", S("", 16, "ft/min", 6.25)),
            Fixed("157", "Geometric Vertical Rate", S("", 16, "ft/min", 6.25)),
            Fixed("160", "Ground Vector", S("GS", 16, "NM/s", 1, 1 << 14), Turn("TA", 16, 16)),
            Extended("165", "Rate of Turn", [U("TI", 2), Spare(5)], [S("ROT", 7, "°/s", 1, 4)]),
            Fixed("170", "Target Identification", SixBit("", 8)),
            Fixed("095", "Velocity Accuracy", U("", 8)),
            Fixed("032", "Time of Day Accuracy", U("", 8, "s", 1, 256)),
            Fixed("200", "Target Status", U("", 8)),
            Fixed("020", "Emitter Category", U("", 8)),
            Weather(),
            SelectedAltitude("Intermediate State Selected Altitude", "SRC"),
            FinalAltitude(),
            Compound("110", "Trajectory Intent", RadarItems.IntentStatus(), RadarItems.IntentPoints()),
            RadarItems.Mode3A("070"),
            Fixed("131", "Signal Amplitude", U("", 8)),
            null,
            null,
            null,
            null,
            null,
            Reserved(),
            Special()
        );
}
