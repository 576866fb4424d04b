namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Where a site of 367/33 is. 85 bits.</summary>
/// <remarks>US Coast Guard environmental message, DAC 367 FI 33.</remarks>
public record struct CoastGuardLocation : IFieldGroup
{
    /// <summary>Version of the message, 0–63.</summary>
    public int? Version { get; set; }

    /// <summary>The position.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Decimal places of a minute the position is good for, 0–4.</summary>
    public int? Precision { get; set; }

    /// <summary>Height over mean sea level, metres, 0–400.1.</summary>
    public double? AltitudeMetres { get; set; }

    /// <summary>Who owns the sensor, as in <see cref="SensorLocation"/>.</summary>
    public int? Owner { get; set; }

    /// <summary>How long data hold, as in <see cref="SensorLocation"/>.</summary>
    public int? DataTimeout { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Version = fields.UInt("version"u8, 6, Version);
        Position = fields.Position(Position, PositionForm.Fine);
        Precision = fields.UInt("precision"u8, 3, Precision, most: 4, absent: 7);
        AltitudeMetres = fields.Scaled("altitude_metres"u8, 12, AltitudeMetres, divisor: 10, most: 4001, absent: 4095);
        Owner = fields.UInt("owner"u8, 4, Owner, least: 1, absent: 0);
        DataTimeout = fields.UInt("data_timeout"u8, 3, DataTimeout);
    }
}
