using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 063, sensor status messages of a fusing tracker: configuration, biases.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-10.</remarks>
public static class Cat063
{
    /// <summary>Edition 1.6.</summary>
    public static AsterixCategory Edition16 { get; } =
        new(
            63,
            "1.6",
            "Sensor Status Messages",
            Source(),
            Fixed("015", "Service Identification", U("", 8)),
            TimeOfDay("030", "Time of Message"),
            Source("050", "Sensor Identifier"),
            Extended(
                "060",
                "Sensor Configuration and Status",
                [U("CON", 2), U("PSR", 1), U("SSR", 1), U("MDS", 1), U("ADS", 1), U("MLT", 1)],
                [U("OPS", 1), U("ODP", 1), U("OXT", 1), U("MSC", 1), U("TSV", 1), U("NPW", 1), Spare(1)]
            ),
            Fixed("070", "Time Stamping Bias", S("", 16, "ms")),
            Fixed("080", "SSR / Mode S Range Gain and Bias", S("SRG", 16, "", 1, 100_000), S("SRB", 16, "NM", 1, 128)),
            Fixed("081", "SSR / Mode S Azimuth Bias", S("", 16, "°", 360, 1 << 16)),
            Fixed("090", "PSR Range Gain and Bias", S("PRG", 16, "", 1, 100_000), S("PRB", 16, "NM", 1, 128)),
            Fixed("091", "PSR Azimuth Bias", S("", 16, "°", 360, 1 << 16)),
            Fixed("092", "PSR Elevation Bias", S("", 16, "°", 360, 1 << 16)),
            null,
            Reserved(),
            Special()
        );
}
