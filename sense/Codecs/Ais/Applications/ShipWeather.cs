namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/21, type 8: weather seen from a ship; the first bit is 0. 304 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 10.1.</remarks>
public record struct ShipWeather : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "ship_weather"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 21);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 21) && data.UInt(0, 1) == 0;

    /// <summary>Name of the place.</summary>
    public ApplicationText Location { get; set; }

    /// <summary>Where it was seen.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>UTC day, hour and minute.</summary>
    public AisEta? Time { get; set; }

    /// <summary>
    /// WMO 45501: 0 clear, 1 cloudy, 2 rain, 3 fog, 4 snow, 5 typhoon or hurricane, 6 monsoon, 7 thunderstorm.
    /// </summary>
    public int? Weather { get; set; }

    /// <summary>The visibility is the most the sensor can tell.</summary>
    public bool? IsVisibilityGreater { get; set; }

    /// <summary>Horizontal visibility, nautical miles, 0–12.6.</summary>
    public double? VisibilityNauticalMiles { get; set; }

    /// <summary>Relative humidity, 0–100.</summary>
    public int? HumidityPercent { get; set; }

    /// <summary>Mean wind of the last 10 minutes, knots, 0–126.</summary>
    public int? WindSpeedKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <summary>Air pressure, hPa, 799–1201; the ends mean that or less, that or more.</summary>
    public int? PressureHectopascals { get; set; }

    /// <summary>WMO FM13 pressure characteristic, 0–9.</summary>
    public int? PressureTrend { get; set; }

    /// <summary>Dry bulb temperature, °C, −60.0 to 60.0.</summary>
    public double? AirTemperatureCelsius { get; set; }

    /// <summary>Sea surface temperature, °C, −10.0 to 50.0.</summary>
    public double? WaterTemperatureCelsius { get; set; }

    /// <summary>Wave period, seconds, 0–60.</summary>
    public int? WavePeriodSeconds { get; set; }

    /// <summary>Significant wave height, metres, 0–25.1, where 25.1 means that or more.</summary>
    public double? WaveHeightMetres { get; set; }

    /// <summary>Where the waves come from, degrees, 0–359.</summary>
    public int? WaveDirectionDegrees { get; set; }

    /// <summary>Swell height, metres, 0–25.1.</summary>
    public double? SwellHeightMetres { get; set; }

    /// <summary>Where the swell comes from, degrees, 0–359.</summary>
    public int? SwellDirectionDegrees { get; set; }

    /// <summary>Swell period, seconds, 0–60.</summary>
    public int? SwellPeriodSeconds { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        _ = fields.Flag("wmo"u8, false);
        Location = fields.Text("location"u8, Location, 20);
        Position = fields.Position(Position, PositionForm.Medium);
        Time = fields.DayClock("utc"u8, Time);
        Weather = fields.UInt("weather"u8, 4, Weather, most: 7, absent: 8);
        IsVisibilityGreater = fields.Flag("visibility_greater"u8, IsVisibilityGreater);
        VisibilityNauticalMiles = fields.Scaled(
            "visibility_nautical_miles"u8,
            7,
            VisibilityNauticalMiles,
            divisor: 10,
            most: 126,
            absent: 127
        );
        HumidityPercent = fields.UInt("humidity_percent"u8, 7, HumidityPercent, most: 100, absent: 127);
        WindSpeedKnots = fields.UInt("wind_speed_knots"u8, 7, WindSpeedKnots, most: 126, absent: 127);
        WindDirectionDegrees = fields.Direction("wind_direction_degrees"u8, WindDirectionDegrees);
        Air(ref fields);
        Sea(ref fields);
    }

    private void Air<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        PressureHectopascals = fields.UInt(
            "pressure_hectopascals"u8,
            9,
            PressureHectopascals,
            most: 402,
            absent: 403,
            offset: 799
        );
        PressureTrend = fields.UInt("pressure_trend"u8, 4, PressureTrend, most: 9, absent: 15);
        AirTemperatureCelsius = fields.Scaled(
            "air_temperature_celsius"u8,
            11,
            AirTemperatureCelsius,
            divisor: 10,
            least: -600,
            most: 600,
            absent: -1024
        );
    }

    private void Sea<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        WaterTemperatureCelsius = fields.Scaled(
            "water_temperature_celsius"u8,
            10,
            WaterTemperatureCelsius,
            divisor: 10,
            least: -100,
            most: 500,
            absent: 501
        );
        WavePeriodSeconds = fields.UInt("wave_period_seconds"u8, 6, WavePeriodSeconds, most: 60, absent: 63);
        WaveHeightMetres = fields.Scaled(
            "wave_height_metres"u8,
            8,
            WaveHeightMetres,
            divisor: 10,
            most: 251,
            absent: 255
        );
        WaveDirectionDegrees = fields.Direction("wave_direction_degrees"u8, WaveDirectionDegrees);
        SwellHeightMetres = fields.Scaled(
            "swell_height_metres"u8,
            8,
            SwellHeightMetres,
            divisor: 10,
            most: 251,
            absent: 255
        );
        SwellDirectionDegrees = fields.Direction("swell_direction_degrees"u8, SwellDirectionDegrees);
        SwellPeriodSeconds = fields.UInt("swell_period_seconds"u8, 6, SwellPeriodSeconds, most: 60, absent: 63);
        fields.Spare(3);
    }
}
