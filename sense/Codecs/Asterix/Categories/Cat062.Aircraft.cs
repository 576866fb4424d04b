using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

public static partial class Cat062
{
    private static AsterixItem AircraftDerivedData() =>
        Compound(
            "380",
            "Aircraft Derived Data",
            Fixed("ADR", "Target Address", Hex("", 24)),
            Fixed("ID", "Target Identification", SixBit("", 8)),
            Fixed("MHG", "Magnetic Heading", Turn("", 16, 16)),
            Fixed("IAS", "Indicated Airspeed / Mach Number", U("IM", 1), AirspeedOrMach("IAS")),
            Fixed("TAS", "True Airspeed", U("", 16, "kt", 1)),
            Fixed("SAL", "Selected Altitude", U("SAS", 1), U("SRC", 2), S("ALT", 13, "ft", 25)),
            Fixed("FSS", "Final State Selected Altitude", U("MV", 1), U("AH", 1), U("AM", 1), S("ALT", 13, "ft", 25)),
            RadarItems.IntentStatus(),
            RadarItems.IntentPoints(),
            Capability(),
            Fixed(
                "SAB",
                "Status Reported by ADS-B",
                U("AC", 2),
                U("MN", 2),
                U("DC", 2),
                U("GBS", 1),
                Spare(6),
                U("STAT", 3)
            ),
            Fixed("ACS", "ACAS Resolution Advisory Report", Hex("", 56)),
            Fixed("BVR", "Barometric Vertical Rate", S("", 16, "ft/min", 6.25)),
            Fixed("GVR", "Geometric Vertical Rate", S("", 16, "ft/min", 6.25)),
            Fixed("RAN", "Roll Angle", S("", 16, "°", 1, 100)),
            Fixed("TAR", "Track Angle Rate", U("TI", 2), Spare(6), S("ROT", 7, "°/s", 1, 4), Spare(1)),
            Fixed("TAN", "Track Angle", Turn("", 16, 16)),
            Fixed("GS", "Ground Speed", S("", 16, "NM/s", 1, 1 << 14)),
            Fixed("VUN", "Velocity Uncertainty", U("", 8)),
            Weather(),
            Fixed("EMC", "Emitter Category", U("", 8)),
            Fixed("POS", "Position", S("LAT", 24, "°", 180, 1 << 23), S("LON", 24, "°", 180, 1 << 23)),
            Fixed("GAL", "Geometric Altitude", S("", 16, "ft", 6.25)),
            Fixed("PUN", "Position Uncertainty", Spare(4), U("PUN", 4)),
            RadarItems.ModeSRegisters("MB", "Mode S MB Data"),
            Fixed("IAR", "Indicated Airspeed", U("", 16, "kt", 1)),
            Fixed("MAC", "Mach Number", U("", 16, "Mach", 1, 125)),
            Fixed("BPS", "Barometric Pressure Setting", Spare(4), U("BPS", 12, "mb", 1, 10))
        );

    private static AsterixItem Capability() =>
        Fixed(
            "COM",
            "Communications/ACAS Capability and Flight Status",
            U("COM", 3),
            U("STAT", 3),
            Spare(2),
            U("SSC", 1),
            U("ARC", 1),
            U("AIC", 1),
            U("B1A", 1),
            U("B1B", 4)
        );

    private static AsterixItem Weather() =>
        Fixed(
            "MET",
            "Meteorological Data",
            U("WS", 1),
            U("WD", 1),
            U("TMP", 1),
            U("TRB", 1),
            Spare(4),
            U("WSD", 16, "kt", 1),
            U("WDD", 16, "°", 1),
            S("TMPD", 16, "°C", 1, 4),
            U("TRBD", 8)
        );
}
