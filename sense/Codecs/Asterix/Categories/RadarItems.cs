using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Items that several radar categories share.</summary>
internal static class RadarItems
{
    public static AsterixItem PolarPosition(string name, int cellsPerMile) =>
        Fixed(
            name,
            "Measured Position in Polar Co-ordinates",
            U("RHO", 16, "NM", 1, cellsPerMile),
            Turn("THETA", 16, 16)
        );

    public static AsterixItem PolarVelocity(string name) =>
        Fixed(
            name,
            "Calculated Track Velocity in Polar Co-ordinates",
            U("GSP", 16, "NM/s", 1, 1 << 14),
            Turn("HDG", 16, 16)
        );

    public static AsterixItem Mode2(string name) =>
        Fixed(
            name,
            "Mode-2 Code in Octal Representation",
            U("V", 1),
            U("G", 1),
            U("L", 1),
            Spare(1),
            Octal("MODE2", 12)
        );

    public static AsterixItem Mode3A(string name, string title = "Mode-3/A Code in Octal Representation") =>
        Fixed(name, title, U("V", 1), U("G", 1), U("L", 1), Spare(1), Octal("MODE3A", 12));

    /// <summary>A bit for each pulse of a code of four digits: 0 high quality, 1 low.</summary>
    public static AsterixItem PulseConfidence(string name, string title) =>
        Fixed(
            name,
            title,
            Spare(4),
            U("QA4", 1),
            U("QA2", 1),
            U("QA1", 1),
            U("QB4", 1),
            U("QB2", 1),
            U("QB1", 1),
            U("QC4", 1),
            U("QC2", 1),
            U("QC1", 1),
            U("QD4", 1),
            U("QD2", 1),
            U("QD1", 1)
        );

    public static AsterixItem ModeCConfidence(string name) =>
        Fixed(
            name,
            "Mode-C Code and Code Confidence Indicator",
            U("V", 1),
            U("G", 1),
            Spare(2),
            U("MODEC", 12),
            Spare(4),
            U("QC1", 1),
            U("QA1", 1),
            U("QC2", 1),
            U("QA2", 1),
            U("QC4", 1),
            U("QA4", 1),
            U("QB1", 1),
            U("QD1", 1),
            U("QB2", 1),
            U("QD2", 1),
            U("QB4", 1),
            U("QD4", 1)
        );

    /// <summary>Registers downlinked by a Mode S transponder, each with its BDS number.</summary>
    public static AsterixItem ModeSRegisters(string name, string title) =>
        Repeated(name, title, Hex("MBDATA", 56), U("BDS1", 4), U("BDS2", 4));

    public static AsterixItem TargetSize(string name) =>
        Extended(
            name,
            "Target Size and Orientation",
            [U("LENGTH", 7, "m", 1)],
            [U("ORIENTATION", 7, "°", 360, 128)],
            [U("WIDTH", 7, "m", 1)]
        );

    /// <summary>Trajectory intent: status, then change points of 15 octets.</summary>
    public static AsterixItem IntentStatus() =>
        Extended("TIS", "Trajectory Intent Status", [U("NAV", 1), U("NVB", 1), Spare(5)]);

    public static AsterixItem IntentPoints() =>
        Repeated(
            "TID",
            "Trajectory Intent Data",
            U("TCA", 1),
            U("NC", 1),
            U("TCPN", 6),
            S("ALT", 16, "ft", 10),
            S("LAT", 24, "°", 180, 1 << 23),
            S("LON", 24, "°", 180, 1 << 23),
            U("PT", 4),
            U("TD", 2),
            U("TRA", 1),
            U("TOA", 1),
            U("TOV", 24, "s", 1),
            U("TTR", 16, "NM", 1, 100)
        );

    public static AsterixItem Age(string name, string title, double divisor = 4) =>
        Fixed(name, title, U("", 8, "s", 1, divisor));
}
