using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

public static partial class Cat062
{
    private static AsterixItem UpdateAges() =>
        Compound(
            "290",
            "System Track Update Ages",
            RadarItems.Age("TRK", "Track Age"),
            RadarItems.Age("PSR", "PSR Age"),
            RadarItems.Age("SSR", "SSR Age"),
            RadarItems.Age("MDS", "Mode S Age"),
            Fixed("ADS", "ADS-C Age", U("", 16, "s", 1, 4)),
            RadarItems.Age("ES", "ADS-B Extended Squitter Age"),
            RadarItems.Age("VDL", "ADS-B VDL Mode 4 Age"),
            RadarItems.Age("UAT", "ADS-B UAT Age"),
            RadarItems.Age("LOP", "Loop Age"),
            RadarItems.Age("MLT", "Multilateration Age")
        );

    private static AsterixItem DataAges() =>
        Compound(
            "295",
            "Track Data Ages",
            RadarItems.Age("MFL", "Measured Flight Level Age"),
            RadarItems.Age("MD1", "Mode 1 Age"),
            RadarItems.Age("MD2", "Mode 2 Age"),
            RadarItems.Age("MDA", "Mode 3/A Age"),
            RadarItems.Age("MD4", "Mode 4 Age"),
            RadarItems.Age("MD5", "Mode 5 Age"),
            RadarItems.Age("MHG", "Magnetic Heading Age"),
            RadarItems.Age("IAS", "Indicated Airspeed / Mach Number Age"),
            RadarItems.Age("TAS", "True Airspeed Age"),
            RadarItems.Age("SAL", "Selected Altitude Age"),
            RadarItems.Age("FSS", "Final State Selected Altitude Age"),
            RadarItems.Age("TID", "Trajectory Intent Age"),
            RadarItems.Age("COM", "Communication/ACAS Capability and Flight Status Age"),
            RadarItems.Age("SAB", "Status Reported by ADS-B Age"),
            RadarItems.Age("ACS", "ACAS Resolution Advisory Report Age"),
            RadarItems.Age("BVR", "Barometric Vertical Rate Age"),
            RadarItems.Age("GVR", "Geometric Vertical Rate Age"),
            RadarItems.Age("RAN", "Roll Angle Age"),
            RadarItems.Age("TAR", "Track Angle Rate Age"),
            RadarItems.Age("TAN", "Track Angle Age"),
            RadarItems.Age("GSP", "Ground Speed Age"),
            RadarItems.Age("VUN", "Velocity Uncertainty Age"),
            RadarItems.Age("MET", "Meteorological Data Age"),
            RadarItems.Age("EMC", "Emitter Category Age"),
            RadarItems.Age("POS", "Position Age"),
            RadarItems.Age("GAL", "Geometric Altitude Age"),
            RadarItems.Age("PUN", "Position Uncertainty Age"),
            RadarItems.Age("MB", "Mode S MB Data Age"),
            RadarItems.Age("IAR", "Indicated Airspeed Data Age"),
            RadarItems.Age("MAC", "Mach Number Data Age"),
            RadarItems.Age("BPS", "Barometric Pressure Setting Data Age")
        );

    private static AsterixItem FlightPlanData() =>
        Compound(
            "390",
            "Flight Plan Related Data",
            Source("TAG", "FPPS Identification Tag"),
            Fixed("CS", "Callsign", Ascii("", 7)),
            Fixed("IFI", "IFPS Flight Identification", U("TYP", 2), Spare(3), U("NBR", 27)),
            Fixed("FCT", "Flight Category", U("GATOAT", 2), U("FR1FR2", 2), U("RVSM", 2), U("HPR", 1), Spare(1)),
            Fixed("TAC", "Type of Aircraft", Ascii("", 4)),
            Fixed("WTC", "Wake Turbulence Category", Ascii("", 1)),
            Fixed("DEP", "Departure Airport", Ascii("", 4)),
            Fixed("DST", "Destination Airport", Ascii("", 4)),
            Fixed("RDS", "Runway Designation", Ascii("NU1", 1), Ascii("NU2", 1), Ascii("LTR", 1)),
            Fixed("CFL", "Current Cleared Flight Level", U("", 16, "FL", 1, 4)),
            Fixed("CTL", "Current Control Position", U("CENTRE", 8), U("POSITION", 8)),
            Repeated(
                "TOD",
                "Time of Departure / Arrival",
                U("TYP", 5),
                U("DAY", 2),
                Spare(4),
                U("HOR", 5),
                Spare(2),
                U("MIN", 6),
                U("AVS", 1),
                Spare(1),
                U("SEC", 6)
            ),
            Fixed("AST", "Aircraft Stand", Ascii("", 6)),
            Fixed("STS", "Stand Status", U("EMP", 2), U("AVL", 2), Spare(4)),
            Fixed("STD", "Standard Instrument Departure", Ascii("", 7)),
            Fixed("STA", "Standard Instrument Arrival", Ascii("", 7)),
            Fixed("PEM", "Pre-Emergency Mode 3/A", Spare(3), U("VA", 1), Octal("MODE3A", 12)),
            Fixed("PEC", "Pre-Emergency Callsign", Ascii("", 7))
        );
}
