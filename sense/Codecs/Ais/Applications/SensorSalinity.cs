namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Temperature, conductivity and salinity of the water at a site. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.13.</remarks>
public record struct SensorSalinity : IFieldGroup
{
    /// <summary>Water temperature, °C, −10.0 to 50.0.</summary>
    public double? WaterTemperatureCelsius { get; set; }

    /// <summary>Conductivity, S/m, 0–7.01, where the greatest means that or more.</summary>
    public double? ConductivitySiemensPerMetre { get; set; }

    /// <summary>Pressure of the water, dbar, 0–6000.1.</summary>
    public double? WaterPressureDecibars { get; set; }

    /// <summary>Salinity, ‰, 0–50.1.</summary>
    public double? SalinityPerMille { get; set; }

    /// <summary>0 measured, 1 calculated by PSS-78, 2 by another method.</summary>
    public int? SalinityKind { get; set; }

    /// <summary>1 raw, 2 checked, 3 predicted, 4 forecast, 5 nowcast.</summary>
    public int? SensorKind { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        WaterTemperatureCelsius = fields.Scaled(
            "water_temperature_celsius"u8,
            10,
            WaterTemperatureCelsius,
            divisor: 10,
            most: 600,
            absent: 601,
            offset: -100
        );
        ConductivitySiemensPerMetre = fields.Scaled(
            "conductivity_siemens_per_metre"u8,
            10,
            ConductivitySiemensPerMetre,
            divisor: 100,
            most: 701,
            absent: 702
        );
        WaterPressureDecibars = fields.Scaled(
            "water_pressure_decibars"u8,
            16,
            WaterPressureDecibars,
            divisor: 10,
            most: 60001,
            absent: 60002
        );
        SalinityPerMille = fields.Scaled(
            "salinity_per_mille"u8,
            9,
            SalinityPerMille,
            divisor: 10,
            most: 501,
            absent: 510
        );
        SalinityKind = fields.UInt("salinity_kind"u8, 2, SalinityKind, most: 2, absent: 3);
        SensorKind = fields.UInt("sensor_kind"u8, 3, SensorKind, least: 1, most: 6, absent: 0);
    }
}
