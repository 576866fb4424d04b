namespace Fourfold.Codecs.Ais.Applications;

/// <summary>235/10 and 250/10, type 6: state of an aid to navigation. 48 bits.</summary>
/// <remarks>
/// General Lighthouse Authorities of the United Kingdom and Ireland, monitoring of aids to navigation.
/// </remarks>
public record struct AidMonitoring : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "aid_monitoring"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(235, 10);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (235 or 250, 10);

    /// <summary>Internal supply, volts, 0.05–36.0 in steps of 0.05.</summary>
    public double? InternalVolts { get; set; }

    /// <summary>First external analogue input, volts.</summary>
    public double? FirstExternalVolts { get; set; }

    /// <summary>Second external analogue input, volts.</summary>
    public double? SecondExternalVolts { get; set; }

    /// <summary>0 none, 1 not monitored, 2 operational, 3 error.</summary>
    public int? Racon { get; set; }

    /// <summary>0 none or not monitored, 1 on, 2 off, 3 error.</summary>
    public int? Light { get; set; }

    /// <summary>Its health is not good.</summary>
    public bool? HasAlarm { get; set; }

    /// <summary>Eight digital inputs.</summary>
    public int? ExternalStatus { get; set; }

    /// <summary>Off its station.</summary>
    public bool? IsOffPosition { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        InternalVolts = fields.Scaled("internal_volts"u8, 10, InternalVolts, divisor: 20, least: 1, absent: 0);
        FirstExternalVolts = fields.Scaled(
            "first_external_volts"u8,
            10,
            FirstExternalVolts,
            divisor: 20,
            least: 1,
            absent: 0
        );
        SecondExternalVolts = fields.Scaled(
            "second_external_volts"u8,
            10,
            SecondExternalVolts,
            divisor: 20,
            least: 1,
            absent: 0
        );
        Racon = fields.UInt("racon"u8, 2, Racon);
        Light = fields.UInt("light"u8, 2, Light);
        HasAlarm = fields.Flag("alarm"u8, HasAlarm);
        ExternalStatus = fields.UInt("external_status"u8, 8, ExternalStatus);
        IsOffPosition = fields.Flag("off_position"u8, IsOffPosition);
        fields.Spare(4);
    }
}
