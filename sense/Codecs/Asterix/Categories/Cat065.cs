using Fourfold.Codecs.Asterix.Specification;
using static Fourfold.Codecs.Asterix.Specification.Layout;

namespace Fourfold.Codecs.Asterix.Categories;

/// <summary>Category 065, service status messages of a fusing tracker.</summary>
/// <remarks>EUROCONTROL-SPEC-0149-15.</remarks>
public static class Cat065
{
    /// <summary>Edition 1.5.</summary>
    public static AsterixCategory Edition15 { get; } =
        new(
            65,
            "1.5",
            "SDPS Service Status Reports",
            Source(),
            Fixed("000", "Message Type", U("", 8)),
            Fixed("015", "Service Identification", U("", 8)),
            TimeOfDay("030", "Time of Message"),
            Fixed("020", "Batch Number", U("", 8)),
            Fixed(
                "040",
                "SDPS Configuration and Status",
                U("NOGO", 2),
                U("OVL", 1),
                U("TSV", 1),
                U("PSS", 2),
                U("STTN", 1),
                Spare(1)
            ),
            Fixed("050", "Service Status Report", U("", 8)),
            null,
            null,
            null,
            null,
            null,
            Reserved(),
            Special()
        );
}
