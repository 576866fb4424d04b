namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/10, type 8: static and voyage data of an inland ship. 112 bits.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Table 2.2; CESNI vessel tracking and tracing.</remarks>
public record struct InlandShipData : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "inland_ship_data"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 10);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 10);

    /// <summary>European vessel identification number (ENI).</summary>
    public ApplicationText EuropeanNumber { get; set; }

    /// <summary>Length of the ship or convoy, metres, 0.1–800.0.</summary>
    public double? LengthMetres { get; set; }

    /// <summary>Its beam, metres, 0.1–100.0.</summary>
    public double? BeamMetres { get; set; }

    /// <summary>ERI code of the ship or convoy, 8000–8999, or the AIS type, 1–99.</summary>
    public int? ShipType { get; set; }

    /// <summary>Blue cones or lights, 0–3; 4 B flag.</summary>
    public int? Hazard { get; set; }

    /// <summary>Draught, metres, 0.01–20.00.</summary>
    public double? DraughtMetres { get; set; }

    /// <summary>1 unloaded, 2 loaded.</summary>
    public int? Lading { get; set; }

    /// <summary>The speed comes from an approved sensor.</summary>
    public bool? IsSpeedAccurate { get; set; }

    /// <summary>The course comes from an approved sensor.</summary>
    public bool? IsCourseAccurate { get; set; }

    /// <summary>The heading comes from an approved sensor.</summary>
    public bool? IsHeadingAccurate { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        EuropeanNumber = fields.Text("european_number"u8, EuropeanNumber, 8);
        LengthMetres = fields.Scaled("length_metres"u8, 13, LengthMetres, divisor: 10, least: 1, most: 8000, absent: 0);
        BeamMetres = fields.Scaled("beam_metres"u8, 10, BeamMetres, divisor: 10, least: 1, most: 1000, absent: 0);
        ShipType = fields.UInt("ship_type"u8, 14, ShipType, least: 1, absent: 0);
        Hazard = fields.UInt("hazard"u8, 3, Hazard, most: 4, absent: 5);
        DraughtMetres = fields.Scaled(
            "draught_metres"u8,
            11,
            DraughtMetres,
            divisor: 100,
            least: 1,
            most: 2000,
            absent: 0
        );
        Lading = fields.UInt("lading"u8, 2, Lading, least: 1, most: 2, absent: 0);
        IsSpeedAccurate = fields.Flag("speed_accurate"u8, IsSpeedAccurate);
        IsCourseAccurate = fields.Flag("course_accurate"u8, IsCourseAccurate);
        IsHeadingAccurate = fields.Flag("heading_accurate"u8, IsHeadingAccurate);
        fields.Spare(8);
    }
}
