namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Height under a bridge or cable and its forecast. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.15.</remarks>
public record struct SensorAirGap : IFieldGroup
{
    /// <summary>Height a ship may have, metres, 0.01–81.91.</summary>
    public double? AirDraughtMetres { get; set; }

    /// <summary>Height over the water, metres, 0.01–81.91.</summary>
    public double? AirGapMetres { get; set; }

    /// <summary>0 steady, 1 falling, 2 rising.</summary>
    public int? AirGapTrend { get; set; }

    /// <summary>Forecast of it, metres.</summary>
    public double? ForecastAirGapMetres { get; set; }

    /// <summary>When the forecast begins, UTC.</summary>
    public AisEta? Forecast { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        AirDraughtMetres = fields.Scaled(
            "air_draught_metres"u8,
            13,
            AirDraughtMetres,
            divisor: 100,
            least: 1,
            most: 8191,
            absent: 0
        );
        AirGapMetres = fields.Scaled(
            "air_gap_metres"u8,
            13,
            AirGapMetres,
            divisor: 100,
            least: 1,
            most: 8191,
            absent: 0
        );
        AirGapTrend = fields.UInt("air_gap_trend"u8, 2, AirGapTrend, most: 2, absent: 3);
        ForecastAirGapMetres = fields.Scaled(
            "forecast_air_gap_metres"u8,
            13,
            ForecastAirGapMetres,
            divisor: 100,
            least: 1,
            most: 8191,
            absent: 0
        );
        Forecast = fields.DayClock("forecast"u8, Forecast);
    }
}
