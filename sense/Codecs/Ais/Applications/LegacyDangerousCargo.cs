namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/12, type 6: the main dangerous cargo on board, the edition that 1/25 replaced. 272 bits.</summary>
/// <remarks>IMO SN/Circ.236, Annex 2, application 2.</remarks>
public record struct LegacyDangerousCargo : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "legacy_dangerous_cargo"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 12);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 12);

    /// <summary>UN locode of the last port of call.</summary>
    public ApplicationText LastPort { get; set; }

    /// <summary>When she left it, UTC.</summary>
    public AisEta? Departure { get; set; }

    /// <summary>UN locode of the next port of call.</summary>
    public ApplicationText NextPort { get; set; }

    /// <summary>Estimated arrival there, UTC.</summary>
    public AisEta? Arrival { get; set; }

    /// <summary>The dangerous cargo of most concern.</summary>
    public ApplicationText MainCargo { get; set; }

    /// <summary>Its IMD category.</summary>
    public ApplicationText ImdCategory { get; set; }

    /// <summary>Its UN number, 1–3363.</summary>
    public int? UnNumber { get; set; }

    /// <summary>How much of it, in <see cref="QuantityUnit"/>.</summary>
    public int? Quantity { get; set; }

    /// <summary>1 kg, 2 t, 3 kt.</summary>
    public int? QuantityUnit { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        LastPort = fields.Text("last_port"u8, LastPort, 5);
        Departure = fields.Moment("departure"u8, Departure);
        NextPort = fields.Text("next_port"u8, NextPort, 5);
        Arrival = fields.Moment("arrival"u8, Arrival);
        MainCargo = fields.Text("main_cargo"u8, MainCargo, 20);
        ImdCategory = fields.Text("imd_category"u8, ImdCategory, 4);
        UnNumber = fields.UInt("un_number"u8, 13, UnNumber, least: 1, absent: 0);
        Quantity = fields.UInt("quantity"u8, 10, Quantity, least: 1, absent: 0);
        QuantityUnit = fields.UInt("quantity_unit"u8, 2, QuantityUnit, least: 1, absent: 0);
        fields.Spare(3);
    }
}
