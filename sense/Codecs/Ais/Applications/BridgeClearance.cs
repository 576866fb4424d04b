namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/25, type 8: height under a bridge now. 112 bits.</summary>
/// <remarks>CESNI vessel tracking and tracing, present bridge clearance message, version 0.</remarks>
public record struct BridgeClearance : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "bridge_clearance"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 25);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 25) && data.UInt(0, 3) == 0;

    /// <summary>Version of the message; others than 0 are not read.</summary>
    public int? Version { get; set; }

    /// <summary>UN country code.</summary>
    public ApplicationText Country { get; set; }

    /// <summary>Fairway section, 1–99,999.</summary>
    public int? Section { get; set; }

    /// <summary>Object code of the bridge.</summary>
    public ApplicationText ObjectCode { get; set; }

    /// <summary>Fairway hectometre, 1–99,999.</summary>
    public int? Hectometre { get; set; }

    /// <summary>From the water to the bridge, metres, 0.01–99.99.</summary>
    public double? ClearanceMetres { get; set; }

    /// <summary>Age of the measurement, minutes, 0–720; 721 means older.</summary>
    public int? AgeMinutes { get; set; }

    /// <summary>The clearance is good to this, centimetres, 1–30; 31 means worse.</summary>
    public int? AccuracyCentimetres { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Version = fields.UInt("version"u8, 3, Version);
        Country = fields.Text("country"u8, Country, 2);
        Section = fields.UInt("section"u8, 17, Section, least: 1, most: 99999, absent: 0);
        ObjectCode = fields.Text("object_code"u8, ObjectCode, 5);
        Hectometre = fields.UInt("hectometre"u8, 17, Hectometre, least: 1, most: 99999, absent: 0);
        ClearanceMetres = fields.Scaled(
            "clearance_metres"u8,
            14,
            ClearanceMetres,
            divisor: 100,
            least: 1,
            most: 9999,
            absent: 0
        );
        AgeMinutes = fields.UInt("age_minutes"u8, 10, AgeMinutes, most: 721, absent: 722);
        AccuracyCentimetres = fields.UInt("accuracy_centimetres"u8, 5, AccuracyCentimetres, least: 1, absent: 0);
        fields.Spare(4);
    }
}
