namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One station of <see cref="SeawayWeather"/>. 192 bits.</summary>
public record struct SeawayWeatherStation : IFieldGroup
{
    /// <summary>When it was measured, UTC.</summary>
    public AisEta? Time { get; set; }

    /// <summary>Identifier of the station.</summary>
    public ApplicationText Station { get; set; }

    /// <summary>Where it stands.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Mean wind, knots, 0–102.2.</summary>
    public double? WindSpeedKnots { get; set; }

    /// <summary>Gust, knots, 0–102.2.</summary>
    public double? WindGustKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <summary>Air pressure, mbar, 0–1638.2.</summary>
    public double? PressureMillibars { get; set; }

    /// <summary>Air temperature, °C, −51.1 to 51.1.</summary>
    public double? AirTemperatureCelsius { get; set; }

    /// <summary>Dew point, °C, −51.1 to 51.1.</summary>
    public double? DewPointCelsius { get; set; }

    /// <summary>Visibility, km, 0–25.4.</summary>
    public double? VisibilityKilometres { get; set; }

    /// <summary>Water temperature, °C, −51.1 to 51.1.</summary>
    public double? WaterTemperatureCelsius { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Time = fields.Moment("utc"u8, Time);
        Station = fields.Text("station"u8, Station, 7);
        Position = fields.Position(Position, PositionForm.Medium);
        WindSpeedKnots = fields.Scaled("wind_speed_knots"u8, 10, WindSpeedKnots, divisor: 10, most: 1022, absent: 1023);
        WindGustKnots = fields.Scaled("wind_gust_knots"u8, 10, WindGustKnots, divisor: 10, most: 1022, absent: 1023);
        WindDirectionDegrees = fields.UInt("wind_direction_degrees"u8, 9, WindDirectionDegrees, most: 359, absent: 511);
        PressureMillibars = fields.Scaled(
            "pressure_millibars"u8,
            14,
            PressureMillibars,
            divisor: 10,
            most: 16382,
            absent: 16383
        );
        AirTemperatureCelsius = fields.Scaled(
            "air_temperature_celsius"u8,
            10,
            AirTemperatureCelsius,
            divisor: 10,
            least: -511,
            most: 511,
            absent: -512
        );
        DewPointCelsius = fields.Scaled(
            "dew_point_celsius"u8,
            10,
            DewPointCelsius,
            divisor: 10,
            least: -511,
            most: 511,
            absent: -512
        );
        VisibilityKilometres = fields.Scaled(
            "visibility_kilometres"u8,
            8,
            VisibilityKilometres,
            divisor: 10,
            most: 254,
            absent: 255
        );
        WaterTemperatureCelsius = fields.Scaled(
            "water_temperature_celsius"u8,
            10,
            WaterTemperatureCelsius,
            divisor: 10,
            least: -511,
            most: 511,
            absent: -512
        );
    }
}
