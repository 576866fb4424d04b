using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 240, radar video: the echoes of one azimuth as cells in range.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-240. <see cref="Targets.VideoRadial"/> reads the cells.</remarks>
public static class Cat240
{
    /// <summary>Edition 1.3.</summary>
    public static AsterixCategory Edition13 { get; } =
        new(
            240,
            "1.3",
            "Radar Video Transmission",
            Source(),
            Fixed("000", "Message Type", U("", 8)),
            Fixed("020", "Video Record Header", U("", 32)),
            Repeated("030", "Video Summary", Ascii("", 1)),
            Header("040", "Video Header Nano", "ns"),
            Header("041", "Video Header Femto", "fs"),
            Fixed("048", "Video Cells Resolution & Data Compression Indicator", U("C", 1), Spare(7), U("RES", 8)),
            Fixed("049", "Video Octets & Video Cells Counters", U("NBVB", 16), U("NBCELLS", 24)),
            Repeated("050", "Video Block Low Data Volume", Hex("", 32)),
            Repeated("051", "Video Block Medium Data Volume", Hex("", 512)),
            Repeated("052", "Video Block High Data Volume", Hex("", 2048)),
            TimeOfDay("140", "Time of Day"),
            Reserved(),
            Special()
        );

    private static AsterixItem Header(string name, string title, string unit) =>
        Fixed(name, title, Turn("STARTAZ", 16, 16), Turn("ENDAZ", 16, 16), U("STARTRG", 32), U("CELLDUR", 32, unit, 1));
}
