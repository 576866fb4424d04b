namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Air at a site. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.14.</remarks>
public record struct SensorWeather : IFieldGroup
{
    /// <summary>Dry bulb temperature, °C, −60.0 to 60.0.</summary>
    public double? AirTemperatureCelsius { get; set; }

    /// <summary>Kind of the thermometer, as <see cref="SensorWind.SensorKind"/>.</summary>
    public int? AirSensorKind { get; set; }

    /// <summary>0 none, 1 rain, 2 snow or mixed.</summary>
    public int? Precipitation { get; set; }

    /// <summary>Horizontal visibility, nautical miles, 0–24.1.</summary>
    public double? VisibilityNauticalMiles { get; set; }

    /// <summary>Dew point, °C, −20.0 to 50.0.</summary>
    public double? DewPointCelsius { get; set; }

    /// <summary>Kind of its sensor.</summary>
    public int? DewPointSensorKind { get; set; }

    /// <summary>Air pressure, hPa, 799–1201; the ends mean that or less, that or more.</summary>
    public int? PressureHectopascals { get; set; }

    /// <summary>0 steady, 1 falling, 2 rising.</summary>
    public int? PressureTrend { get; set; }

    /// <summary>Kind of the barometer.</summary>
    public int? PressureSensorKind { get; set; }

    /// <summary>Salinity, ‰, 0–50.1.</summary>
    public double? SalinityPerMille { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        AirTemperatureCelsius = fields.Scaled(
            "air_temperature_celsius"u8,
            11,
            AirTemperatureCelsius,
            divisor: 10,
            least: -600,
            most: 600,
            absent: -1024
        );
        AirSensorKind = fields.UInt("air_sensor_kind"u8, 3, AirSensorKind, least: 1, most: 6, absent: 0);
        Precipitation = fields.UInt("precipitation"u8, 2, Precipitation, most: 2, absent: 3);
        VisibilityNauticalMiles = fields.Scaled(
            "visibility_nautical_miles"u8,
            8,
            VisibilityNauticalMiles,
            divisor: 10,
            most: 241,
            absent: 242
        );
        DewPointCelsius = fields.Scaled(
            "dew_point_celsius"u8,
            10,
            DewPointCelsius,
            divisor: 10,
            least: -200,
            most: 500,
            absent: 501
        );
        DewPointSensorKind = fields.UInt(
            "dew_point_sensor_kind"u8,
            3,
            DewPointSensorKind,
            least: 1,
            most: 6,
            absent: 0
        );
        PressureHectopascals = fields.UInt(
            "pressure_hectopascals"u8,
            9,
            PressureHectopascals,
            most: 402,
            absent: 403,
            offset: 799
        );
        PressureTrend = fields.UInt("pressure_trend"u8, 2, PressureTrend, most: 2, absent: 3);
        PressureSensorKind = fields.UInt("pressure_sensor_kind"u8, 3, PressureSensorKind, least: 1, most: 6, absent: 0);
        SalinityPerMille = fields.Scaled(
            "salinity_per_mille"u8,
            9,
            SalinityPerMille,
            divisor: 10,
            most: 501,
            absent: 510
        );
    }
}
