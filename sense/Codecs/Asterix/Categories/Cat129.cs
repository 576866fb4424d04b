using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 129, what unmanned aircraft say of themselves; one record a block.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-29.</remarks>
public static class Cat129
{
    /// <summary>Edition 1.2.</summary>
    /// <remarks>
    /// I129/120 has three octets, as its description says; the table of the profile says one. Only the first is described.
    /// </remarks>
    public static AsterixCategory Edition12 { get; } =
        new(
            129,
            "1.2",
            "UAS Identification Reports",
            Source(),
            Fixed("015", "Data Destination Identifier", U("DAC", 8), U("DIC", 8)),
            Fixed("020", "UAS Manufacturer Identification", Ascii("", 3)),
            Fixed("030", "UAS Model Identification", Ascii("", 3)),
            // How the twelve octets are coded is not said.
            Fixed("040", "UAS Serial Number", Hex("", 96)),
            Fixed("050", "UAS Registration Country", Ascii("", 2)),
            TimeOfDay("070", "Time of Day"),
            Fixed("080", "Position in WGS-84 Coordinates", Degrees("LAT"), Degrees("LON")),
            Fixed("090", "Altitude above Mean Sea Level", S("", 24, "m", 1, 10)),
            Fixed("100", "Altitude above Ground Level", S("", 24, "m", 1, 10)),
            // 50 % circular error; 0 is unknown or more than 255 m.
            Fixed("110", "GNSS Signal Accuracy", U("", 16, "m", 1)),
            Fixed("120", "Operational Risk", U("UCC", 2), U("ARC", 2), U("AEC", 4), Hex("REST", 16)),
            Special(),
            Fixed("185", "Horizontal Velocity", Speed("VX"), Speed("VY")),
            // Positive is up.
            Fixed("220", "Vertical Velocity", Spare(4), Speed("")),
            null,
            null,
            null,
            null,
            null,
            null
        );

    private static AsterixField Degrees(string name) => S(name, 32, "°", 180, 1 << 30);

    private static AsterixField Speed(string name) => S(name, 20, "m/s", 1, 100);
}
