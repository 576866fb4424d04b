namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Wind at a site and its forecast. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.7.</remarks>
public record struct SensorWind : IFieldGroup
{
    /// <summary>Mean wind, knots, 0–121, where 121 means that or more.</summary>
    public int? WindSpeedKnots { get; set; }

    /// <summary>Gust, knots, 0–121.</summary>
    public int? WindGustKnots { get; set; }

    /// <summary>Wind direction, degrees, 0–359.</summary>
    public int? WindDirectionDegrees { get; set; }

    /// <summary>Direction of the gust, degrees, 0–359.</summary>
    public int? WindGustDirectionDegrees { get; set; }

    /// <summary>1 raw, 2 checked, 3 predicted, 4 forecast, 5 nowcast.</summary>
    public int? SensorKind { get; set; }

    /// <summary>Forecast of the mean wind, knots, 0–121.</summary>
    public int? ForecastSpeedKnots { get; set; }

    /// <summary>Forecast of the gust, knots, 0–121.</summary>
    public int? ForecastGustKnots { get; set; }

    /// <summary>Forecast of the direction, degrees, 0–359.</summary>
    public int? ForecastDirectionDegrees { get; set; }

    /// <summary>When the forecast begins, UTC.</summary>
    public AisEta? Forecast { get; set; }

    /// <summary>How long it holds, minutes, 0–254; 0 cancels it.</summary>
    public int? ForecastMinutes { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        WindSpeedKnots = fields.UInt("wind_speed_knots"u8, 7, WindSpeedKnots, most: 121, absent: 122);
        WindGustKnots = fields.UInt("wind_gust_knots"u8, 7, WindGustKnots, most: 121, absent: 122);
        WindDirectionDegrees = fields.Direction("wind_direction_degrees"u8, WindDirectionDegrees);
        WindGustDirectionDegrees = fields.Direction("wind_gust_direction_degrees"u8, WindGustDirectionDegrees);
        SensorKind = fields.UInt("sensor_kind"u8, 3, SensorKind, least: 1, most: 6, absent: 0);
        ForecastSpeedKnots = fields.UInt("forecast_speed_knots"u8, 7, ForecastSpeedKnots, most: 121, absent: 122);
        ForecastGustKnots = fields.UInt("forecast_gust_knots"u8, 7, ForecastGustKnots, most: 121, absent: 122);
        ForecastDirectionDegrees = fields.Direction("forecast_direction_degrees"u8, ForecastDirectionDegrees);
        Forecast = fields.DayClock("forecast"u8, Forecast);
        ForecastMinutes = fields.UInt("forecast_minutes"u8, 8, ForecastMinutes, most: 254, absent: 255);
    }
}
