namespace Fourfold.Codecs.Ais.Applications;

/// <summary>0/0, type 6: state of a light or buoy as units of Zeni Lite send it. 48 bits.</summary>
/// <remarks>Layout as other decoders (libais) know it; 0 is no assigned area code.</remarks>
public record struct BuoyMonitoring : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "buoy_monitoring"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(0, 0);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (0, 0) && data.Length >= 42;

    /// <summary>Number the maker gives the report, 0–65,535.</summary>
    public int? SubId { get; set; }

    /// <summary>Supply voltage, volts, 0–409.5.</summary>
    public double? SupplyVolts { get; set; }

    /// <summary>Current of the lamp, amperes, 0–102.3.</summary>
    public double? LampAmperes { get; set; }

    /// <summary>Supplied from mains (true) or from its battery.</summary>
    public bool? IsExternallySupplied { get; set; }

    /// <summary>The light is on.</summary>
    public bool? IsLightOn { get; set; }

    /// <summary>The battery is low.</summary>
    public bool? IsBatteryLow { get; set; }

    /// <summary>Off its station.</summary>
    public bool? IsOffPosition { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        SubId = fields.UInt("sub_id"u8, 16, SubId);
        SupplyVolts = fields.Scaled("supply_volts"u8, 12, SupplyVolts, divisor: 10);
        LampAmperes = fields.Scaled("lamp_amperes"u8, 10, LampAmperes, divisor: 10);
        IsExternallySupplied = fields.Flag("externally_supplied"u8, IsExternallySupplied);
        IsLightOn = fields.Flag("light_on"u8, IsLightOn);
        IsBatteryLow = fields.Flag("battery_low"u8, IsBatteryLow);
        IsOffPosition = fields.Flag("off_position"u8, IsOffPosition);
        fields.Spare(6);
    }
}
