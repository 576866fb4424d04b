namespace Fourfold.Codecs.Ais.Applications;

/// <summary>367/23, type 8: weather seen from a ship, for satellites. 112 bits.</summary>
/// <remarks>US satellite ship weather message, DAC 367 FI 23.</remarks>
public record struct SatelliteShipWeather : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "satellite_ship_weather"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(367, 23);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (367, 23);

    /// <summary>Version of the message.</summary>
    public int? Version { get; set; }

    /// <summary>UTC day, hour and minute.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Where it was seen.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Air pressure, hPa, 799–1201; the ends mean that or less, that or more.</summary>
    public int? PressureHectopascals { get; set; }

    /// <summary>Air temperature, °C, −60.0 to 60.0.</summary>
    public double? AirTemperatureCelsius { get; set; }

    /// <summary>Mean wind, knots, 0–126.</summary>
    public int? WindSpeedKnots { get; set; }

    /// <summary>Gust, knots, 0–126.</summary>
    public int? WindGustKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Version = fields.UInt("version"u8, 3, Version);
        Time = fields.DayClock("utc"u8, Time);
        Position = fields.Position(Position, PositionForm.Medium);
        PressureHectopascals = fields.UInt(
            "pressure_hectopascals"u8,
            9,
            PressureHectopascals,
            most: 402,
            absent: 403,
            offset: 799
        );
        AirTemperatureCelsius = fields.Scaled(
            "air_temperature_celsius"u8,
            11,
            AirTemperatureCelsius,
            divisor: 10,
            least: -600,
            most: 600,
            absent: -1024
        );
        WindSpeedKnots = fields.UInt("wind_speed_knots"u8, 7, WindSpeedKnots, most: 126, absent: 127);
        WindGustKnots = fields.UInt("wind_gust_knots"u8, 7, WindGustKnots, most: 126, absent: 127);
        WindDirectionDegrees = fields.Direction("wind_direction_degrees"u8, WindDirectionDegrees);
        fields.Spare(1);
    }
}
