namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/11, type 8: weather and sea at a place, the edition that 1/31 replaced. 296 bits.</summary>
/// <remarks>IMO SN/Circ.236, Annex 2, application 1. A field's greatest number means not available.</remarks>
public record struct LegacyMeteorologicalData : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "legacy_meteorological_data"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 11);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 11);

    /// <summary>Where it was measured.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>UTC day, hour and minute of the measurement.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Mean wind of the last 10 minutes, knots, 0–120.</summary>
    public int? WindSpeedKnots { get; set; }

    /// <summary>Greatest gust of the last 10 minutes, knots, 0–120.</summary>
    public int? WindGustKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <summary>Direction of the gust, degrees, 0–359.</summary>
    public int? WindGustDirectionDegrees { get; set; }

    /// <summary>Dry bulb temperature, °C, −60.0 to 60.0.</summary>
    public double? AirTemperatureCelsius { get; set; }

    /// <summary>Relative humidity, 0–100.</summary>
    public int? HumidityPercent { get; set; }

    /// <summary>Dew point, °C, −20.0 to 50.0.</summary>
    public double? DewPointCelsius { get; set; }

    /// <summary>Air pressure, hPa, 800–1200.</summary>
    public int? PressureHectopascals { get; set; }

    /// <summary>0 steady, 1 falling, 2 rising.</summary>
    public int? PressureTrend { get; set; }

    /// <summary>Horizontal visibility, nautical miles, 0–25.0.</summary>
    public double? VisibilityNauticalMiles { get; set; }

    /// <summary>Water level over chart datum, tide included, metres, −10.0 to 30.0.</summary>
    public double? WaterLevelMetres { get; set; }

    /// <summary>0 steady, 1 falling, 2 rising.</summary>
    public int? WaterLevelTrend { get; set; }

    /// <summary>Surface current, knots, 0–25.0.</summary>
    public double? CurrentSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees, 0–359.</summary>
    public int? CurrentDirectionDegrees { get; set; }

    /// <summary>Current at the second level, knots, 0–25.0.</summary>
    public double? SecondCurrentSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees, 0–359.</summary>
    public int? SecondCurrentDirectionDegrees { get; set; }

    /// <summary>The second level below the surface, metres, 0–30.</summary>
    public int? SecondCurrentDepthMetres { get; set; }

    /// <summary>Current at the third level, knots, 0–25.0.</summary>
    public double? ThirdCurrentSpeedKnots { get; set; }

    /// <summary>Where it sets, degrees, 0–359.</summary>
    public int? ThirdCurrentDirectionDegrees { get; set; }

    /// <summary>The third level below the surface, metres, 0–30.</summary>
    public int? ThirdCurrentDepthMetres { get; set; }

    /// <summary>Significant wave height, metres, 0–25.0.</summary>
    public double? WaveHeightMetres { get; set; }

    /// <summary>Wave period, seconds, 0–60.</summary>
    public int? WavePeriodSeconds { get; set; }

    /// <summary>Where the waves come from, degrees, 0–359.</summary>
    public int? WaveDirectionDegrees { get; set; }

    /// <summary>Swell height, metres, 0–25.0.</summary>
    public double? SwellHeightMetres { get; set; }

    /// <summary>Swell period, seconds, 0–60.</summary>
    public int? SwellPeriodSeconds { get; set; }

    /// <summary>Where the swell comes from, degrees, 0–359.</summary>
    public int? SwellDirectionDegrees { get; set; }

    /// <summary>Beaufort force, 0–12.</summary>
    public int? SeaState { get; set; }

    /// <summary>Water temperature, °C, −10.0 to 50.0.</summary>
    public double? WaterTemperatureCelsius { get; set; }

    /// <summary>WMO 306, code 4.201: 1 rain, 2 thunderstorm, 3 freezing rain, 4 mixed or ice, 5 snow.</summary>
    public int? Precipitation { get; set; }

    /// <summary>Salinity, ‰, 0–50.0.</summary>
    public double? SalinityPerMille { get; set; }

    /// <summary>0 none, 1 there is ice.</summary>
    public int? Ice { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Position = fields.Position(Position, PositionForm.MediumLatitudeFirst);
        Time = fields.DayClock("utc"u8, Time);
        WindSpeedKnots = fields.UInt("wind_speed_knots"u8, 7, WindSpeedKnots, most: 120, absent: 127);
        WindGustKnots = fields.UInt("wind_gust_knots"u8, 7, WindGustKnots, most: 120, absent: 127);
        WindDirectionDegrees = fields.UInt("wind_direction_degrees"u8, 9, WindDirectionDegrees, most: 359, absent: 511);
        WindGustDirectionDegrees = fields.UInt(
            "wind_gust_direction_degrees"u8,
            9,
            WindGustDirectionDegrees,
            most: 359,
            absent: 511
        );
        AirTemperatureCelsius = fields.Scaled(
            "air_temperature_celsius"u8,
            11,
            AirTemperatureCelsius,
            divisor: 10,
            most: 1200,
            absent: 2047,
            offset: -600
        );
        HumidityPercent = fields.UInt("humidity_percent"u8, 7, HumidityPercent, most: 100, absent: 127);
        DewPointCelsius = fields.Scaled(
            "dew_point_celsius"u8,
            10,
            DewPointCelsius,
            divisor: 10,
            most: 700,
            absent: 1023,
            offset: -200
        );
        PressureHectopascals = fields.UInt(
            "pressure_hectopascals"u8,
            9,
            PressureHectopascals,
            most: 400,
            absent: 511,
            offset: 800
        );
        PressureTrend = fields.UInt("pressure_trend"u8, 2, PressureTrend, most: 2, absent: 3);
        Level(ref fields);
        Currents(ref fields);
        ThirdCurrent(ref fields);
        Waves(ref fields);
    }

    private void Level<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        VisibilityNauticalMiles = fields.Scaled(
            "visibility_nautical_miles"u8,
            8,
            VisibilityNauticalMiles,
            divisor: 10,
            most: 250,
            absent: 255
        );
        WaterLevelMetres = fields.Scaled(
            "water_level_metres"u8,
            9,
            WaterLevelMetres,
            divisor: 10,
            most: 400,
            absent: 511,
            offset: -100
        );
        WaterLevelTrend = fields.UInt("water_level_trend"u8, 2, WaterLevelTrend, most: 2, absent: 3);
    }

    private void Currents<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        CurrentSpeedKnots = fields.Scaled(
            "current_speed_knots"u8,
            8,
            CurrentSpeedKnots,
            divisor: 10,
            most: 250,
            absent: 255
        );
        CurrentDirectionDegrees = fields.UInt(
            "current_direction_degrees"u8,
            9,
            CurrentDirectionDegrees,
            most: 359,
            absent: 511
        );
        SecondCurrentSpeedKnots = fields.Scaled(
            "second_current_speed_knots"u8,
            8,
            SecondCurrentSpeedKnots,
            divisor: 10,
            most: 250,
            absent: 255
        );
        SecondCurrentDirectionDegrees = fields.UInt(
            "second_current_direction_degrees"u8,
            9,
            SecondCurrentDirectionDegrees,
            most: 359,
            absent: 511
        );
        SecondCurrentDepthMetres = fields.UInt(
            "second_current_depth_metres"u8,
            5,
            SecondCurrentDepthMetres,
            most: 30,
            absent: 31
        );
    }

    private void ThirdCurrent<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        ThirdCurrentSpeedKnots = fields.Scaled(
            "third_current_speed_knots"u8,
            8,
            ThirdCurrentSpeedKnots,
            divisor: 10,
            most: 250,
            absent: 255
        );
        ThirdCurrentDirectionDegrees = fields.UInt(
            "third_current_direction_degrees"u8,
            9,
            ThirdCurrentDirectionDegrees,
            most: 359,
            absent: 511
        );
        ThirdCurrentDepthMetres = fields.UInt(
            "third_current_depth_metres"u8,
            5,
            ThirdCurrentDepthMetres,
            most: 30,
            absent: 31
        );
    }

    private void Waves<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        WaveHeightMetres = fields.Scaled(
            "wave_height_metres"u8,
            8,
            WaveHeightMetres,
            divisor: 10,
            most: 250,
            absent: 255
        );
        WavePeriodSeconds = fields.UInt("wave_period_seconds"u8, 6, WavePeriodSeconds, most: 60, absent: 63);
        WaveDirectionDegrees = fields.UInt("wave_direction_degrees"u8, 9, WaveDirectionDegrees, most: 359, absent: 511);
        SwellHeightMetres = fields.Scaled(
            "swell_height_metres"u8,
            8,
            SwellHeightMetres,
            divisor: 10,
            most: 250,
            absent: 255
        );
        SwellPeriodSeconds = fields.UInt("swell_period_seconds"u8, 6, SwellPeriodSeconds, most: 60, absent: 63);
        SwellDirectionDegrees = fields.UInt(
            "swell_direction_degrees"u8,
            9,
            SwellDirectionDegrees,
            most: 359,
            absent: 511
        );
        SeaState = fields.UInt("sea_state"u8, 4, SeaState, most: 12, absent: 15);
        WaterTemperatureCelsius = fields.Scaled(
            "water_temperature_celsius"u8,
            10,
            WaterTemperatureCelsius,
            divisor: 10,
            most: 600,
            absent: 1023,
            offset: -100
        );
        Precipitation = fields.UInt("precipitation"u8, 3, Precipitation, most: 6, absent: 7);
        SalinityPerMille = fields.Scaled(
            "salinity_per_mille"u8,
            9,
            SalinityPerMille,
            divisor: 10,
            most: 500,
            absent: 511
        );
        Ice = fields.UInt("ice"u8, 2, Ice, most: 1, absent: 3);
        fields.Spare(6);
    }
}
