namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Waves, swell and water at a site. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.12.</remarks>
public record struct SensorSeaState : IFieldGroup
{
    /// <summary>Swell height, metres, 0–25.1.</summary>
    public double? SwellHeightMetres { get; set; }

    /// <summary>Swell period, seconds, 0–60.</summary>
    public int? SwellPeriodSeconds { get; set; }

    /// <summary>Where the swell comes from, degrees, 0–359.</summary>
    public int? SwellDirectionDegrees { get; set; }

    /// <summary>Beaufort force, 0–12.</summary>
    public int? SeaState { get; set; }

    /// <summary>Kind of the swell sensor, as <see cref="SensorWind.SensorKind"/>.</summary>
    public int? SwellSensorKind { get; set; }

    /// <summary>Water temperature, °C, −10.0 to 50.0.</summary>
    public double? WaterTemperatureCelsius { get; set; }

    /// <summary>At this depth, metres, 0–12.1.</summary>
    public double? WaterTemperatureDepthMetres { get; set; }

    /// <summary>Kind of the water sensor.</summary>
    public int? WaterSensorKind { get; set; }

    /// <summary>Significant wave height, metres, 0–25.1.</summary>
    public double? WaveHeightMetres { get; set; }

    /// <summary>Wave period, seconds, 0–60.</summary>
    public int? WavePeriodSeconds { get; set; }

    /// <summary>Where the waves come from, degrees, 0–359.</summary>
    public int? WaveDirectionDegrees { get; set; }

    /// <summary>Kind of the wave sensor.</summary>
    public int? WaveSensorKind { get; set; }

    /// <summary>Salinity, ‰, 0–50.1.</summary>
    public double? SalinityPerMille { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        SwellHeightMetres = fields.Scaled(
            "swell_height_metres"u8,
            8,
            SwellHeightMetres,
            divisor: 10,
            most: 251,
            absent: 255
        );
        SwellPeriodSeconds = fields.UInt("swell_period_seconds"u8, 6, SwellPeriodSeconds, most: 60, absent: 63);
        SwellDirectionDegrees = fields.Direction("swell_direction_degrees"u8, SwellDirectionDegrees);
        SeaState = fields.UInt("sea_state"u8, 4, SeaState, most: 12, absent: 13);
        SwellSensorKind = fields.UInt("swell_sensor_kind"u8, 3, SwellSensorKind, least: 1, most: 6, absent: 0);
        WaterTemperatureCelsius = fields.Scaled(
            "water_temperature_celsius"u8,
            10,
            WaterTemperatureCelsius,
            divisor: 10,
            least: -100,
            most: 500,
            absent: 501
        );
        WaterTemperatureDepthMetres = fields.Scaled(
            "water_temperature_depth_metres"u8,
            7,
            WaterTemperatureDepthMetres,
            divisor: 10,
            most: 121,
            absent: 122
        );
        WaterSensorKind = fields.UInt("water_sensor_kind"u8, 3, WaterSensorKind, least: 1, most: 6, absent: 0);
        WaveHeightMetres = fields.Scaled(
            "wave_height_metres"u8,
            8,
            WaveHeightMetres,
            divisor: 10,
            most: 251,
            absent: 255
        );
        WavePeriodSeconds = fields.UInt("wave_period_seconds"u8, 6, WavePeriodSeconds, most: 60, absent: 63);
        WaveDirectionDegrees = fields.Direction("wave_direction_degrees"u8, WaveDirectionDegrees);
        WaveSensorKind = fields.UInt("wave_sensor_kind"u8, 3, WaveSensorKind, least: 1, most: 6, absent: 0);
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
