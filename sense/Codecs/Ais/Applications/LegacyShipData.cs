namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/15, types 6 and 8: a ship's height, the edition that 1/24 replaced. 16 bits.</summary>
/// <remarks>IMO SN/Circ.236, Annex 2, application 5.</remarks>
public record struct LegacyShipData : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "legacy_ship_data"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 15);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 15);

    /// <summary>Height over keel, metres, 0.1–204.7, where the greatest means that or more.</summary>
    public double? AirDraughtMetres { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        AirDraughtMetres = fields.Scaled(
            "air_draught_metres"u8,
            11,
            AirDraughtMetres,
            divisor: 10,
            least: 1,
            absent: 0
        );
        fields.Spare(5);
    }
}
