namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/25, type 6: dangerous cargo on board. 12 bits, and 17 a cargo.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 2.1–2.5.</remarks>
public ref struct DangerousCargo : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "dangerous_cargo"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 25);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 25);

    /// <summary>1 kg, 2 t, 3 kt.</summary>
    public int? QuantityUnit { get; set; }

    /// <summary>How much in all, 1–1023, where 1023 means that or more.</summary>
    public int? Quantity { get; set; }

    /// <summary>Up to 28 codes.</summary>
    public ApplicationList<CargoCode> Cargos { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        QuantityUnit = fields.UInt("quantity_unit"u8, 2, QuantityUnit, least: 1, absent: 0);
        Quantity = fields.UInt("quantity"u8, 10, Quantity, least: 1, absent: 0);
        Cargos = fields.List("cargos"u8, Cargos, new ListForm(17, 28), default);
    }
}
