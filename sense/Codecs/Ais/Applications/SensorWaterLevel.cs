namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Water level at a site and its forecast. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.8.</remarks>
public record struct SensorWaterLevel : IFieldGroup
{
    /// <summary>The level is the depth of water (true) or over <see cref="Datum"/>.</summary>
    public bool? IsWaterDepth { get; set; }

    /// <summary>The level, metres, −327.67 to 327.67.</summary>
    public double? LevelMetres { get; set; }

    /// <summary>0 steady, 1 falling, 2 rising.</summary>
    public int? LevelTrend { get; set; }

    /// <summary>
    /// 0 MLLW, 1 IGLD-85, 2 local river datum, 3 station, 4 MHHW, 5 MHW, 6 MSL, 7 MLW, 8 NGVD-29, 9 NAVD-88, 10 WGS-84,
    /// 11 LAT.
    /// </summary>
    public int? Datum { get; set; }

    /// <summary>1 raw, 2 checked, 3 predicted, 4 forecast, 5 nowcast.</summary>
    public int? SensorKind { get; set; }

    /// <summary>The forecast is of the depth.</summary>
    public bool? IsForecastWaterDepth { get; set; }

    /// <summary>Forecast of the level, metres.</summary>
    public double? ForecastLevelMetres { get; set; }

    /// <summary>When the forecast begins, UTC.</summary>
    public AisEta? Forecast { get; set; }

    /// <summary>How long it holds, minutes, 0–254; 0 cancels it.</summary>
    public int? ForecastMinutes { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        IsWaterDepth = fields.Flag("water_depth"u8, IsWaterDepth);
        LevelMetres = fields.Scaled(
            "level_metres"u8,
            16,
            LevelMetres,
            divisor: 100,
            least: -32767,
            most: 32767,
            absent: -32768
        );
        LevelTrend = fields.UInt("level_trend"u8, 2, LevelTrend, most: 2, absent: 3);
        Datum = fields.UInt("datum"u8, 5, Datum, most: 30, absent: 31);
        SensorKind = fields.UInt("sensor_kind"u8, 3, SensorKind, least: 1, most: 6, absent: 0);
        IsForecastWaterDepth = fields.Flag("forecast_water_depth"u8, IsForecastWaterDepth);
        ForecastLevelMetres = fields.Scaled(
            "forecast_level_metres"u8,
            16,
            ForecastLevelMetres,
            divisor: 100,
            least: -32767,
            most: 32767,
            absent: -32768
        );
        Forecast = fields.DayClock("forecast"u8, Forecast);
        ForecastMinutes = fields.UInt("forecast_minutes"u8, 8, ForecastMinutes, most: 254, absent: 255);
    }
}
