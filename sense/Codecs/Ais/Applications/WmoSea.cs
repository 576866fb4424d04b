namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Waves and ice of <see cref="WmoShipWeather"/>. 81 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 10.2.</remarks>
public record struct WmoSea : IFieldGroup
{
    /// <summary>Period of wind waves, seconds, 0–30.</summary>
    public int? WavePeriodSeconds { get; set; }

    /// <summary>Height of wind waves, metres, 0–31.0.</summary>
    public double? WaveHeightMetres { get; set; }

    /// <summary>Direction of the first swell in steps of 10°.</summary>
    public int? FirstSwellDirectionDegrees { get; set; }

    /// <summary>Its period, seconds.</summary>
    public int? FirstSwellPeriodSeconds { get; set; }

    /// <summary>Its height, metres.</summary>
    public double? FirstSwellHeightMetres { get; set; }

    /// <summary>Direction of the second swell in steps of 10°.</summary>
    public int? SecondSwellDirectionDegrees { get; set; }

    /// <summary>Its period, seconds.</summary>
    public int? SecondSwellPeriodSeconds { get; set; }

    /// <summary>Its height, metres.</summary>
    public double? SecondSwellHeightMetres { get; set; }

    /// <summary>Ice on the ship, metres, 0–1.26.</summary>
    public double? IceThicknessMetres { get; set; }

    /// <summary>BUFR 020032: rate of icing.</summary>
    public int? IceAccretionRate { get; set; }

    /// <summary>BUFR 020033: cause of icing.</summary>
    public int? IceAccretionCause { get; set; }

    /// <summary>BUFR 020034: concentration of sea ice.</summary>
    public int? SeaIceConcentration { get; set; }

    /// <summary>BUFR 020035: amount and type of ice of land origin.</summary>
    public int? LandIceAmount { get; set; }

    /// <summary>BUFR 020036: ice situation.</summary>
    public int? IceSituation { get; set; }

    /// <summary>BUFR 020037: ice development.</summary>
    public int? IceDevelopment { get; set; }

    /// <summary>Bearing of the ice edge in steps of 45°, 45–360; 0 none.</summary>
    public int? IceEdgeBearingDegrees { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Waves(ref fields);
        Ice(ref fields);
    }

    private void Waves<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        WavePeriodSeconds = fields.UInt("wave_period_seconds"u8, 5, WavePeriodSeconds, most: 30, absent: 31);
        WaveHeightMetres = fields.Scaled("wave_height_metres"u8, 6, WaveHeightMetres, divisor: 2, most: 62, absent: 63);
        FirstSwellDirectionDegrees = fields.UInt(
            "first_swell_direction_degrees"u8,
            6,
            FirstSwellDirectionDegrees,
            most: 36,
            absent: 63,
            multiplier: 10
        );
        FirstSwellPeriodSeconds = fields.UInt(
            "first_swell_period_seconds"u8,
            5,
            FirstSwellPeriodSeconds,
            most: 30,
            absent: 31
        );
        FirstSwellHeightMetres = fields.Scaled(
            "first_swell_height_metres"u8,
            6,
            FirstSwellHeightMetres,
            divisor: 2,
            most: 62,
            absent: 63
        );
        SecondSwellDirectionDegrees = fields.UInt(
            "second_swell_direction_degrees"u8,
            6,
            SecondSwellDirectionDegrees,
            most: 36,
            absent: 63,
            multiplier: 10
        );
        SecondSwellPeriodSeconds = fields.UInt(
            "second_swell_period_seconds"u8,
            5,
            SecondSwellPeriodSeconds,
            most: 30,
            absent: 31
        );
        SecondSwellHeightMetres = fields.Scaled(
            "second_swell_height_metres"u8,
            6,
            SecondSwellHeightMetres,
            divisor: 2,
            most: 62,
            absent: 63
        );
    }

    private void Ice<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IceThicknessMetres = fields.Scaled(
            "ice_thickness_metres"u8,
            7,
            IceThicknessMetres,
            divisor: 100,
            most: 126,
            absent: 127
        );
        IceAccretionRate = fields.UInt("ice_accretion_rate"u8, 3, IceAccretionRate, most: 6, absent: 7);
        IceAccretionCause = fields.UInt("ice_accretion_cause"u8, 3, IceAccretionCause, most: 6, absent: 7);
        SeaIceConcentration = fields.UInt("sea_ice_concentration"u8, 5, SeaIceConcentration, most: 30, absent: 31);
        LandIceAmount = fields.UInt("land_ice_amount"u8, 4, LandIceAmount, most: 14, absent: 15);
        IceSituation = fields.UInt("ice_situation"u8, 5, IceSituation, most: 30, absent: 31);
        IceDevelopment = fields.UInt("ice_development"u8, 5, IceDevelopment, most: 30, absent: 31);
        IceEdgeBearingDegrees = fields.UInt(
            "ice_edge_bearing_degrees"u8,
            4,
            IceEdgeBearingDegrees,
            most: 8,
            absent: 15,
            multiplier: 45
        );
    }
}
