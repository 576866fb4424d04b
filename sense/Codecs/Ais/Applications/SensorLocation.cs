namespace Fourfold.Codecs.Ais.Applications;

/// <summary>Where a site of SN.1/Circ.289 is. 85 bits.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 12.5.</remarks>
public record struct SensorLocation : IFieldGroup
{
    /// <summary>The position.</summary>
    public AisPosition? Position { get; set; }

    /// <summary>Height over mean sea level, metres, 0–200.1, where the greatest means that or more.</summary>
    public double? AltitudeMetres { get; set; }

    /// <summary>
    /// 1 hydrographic office, 2 inland waterway authority, 3 coastal directorate, 4 meteorological service, 5 port
    /// authority, 6 coast guard; 14 other.
    /// </summary>
    public int? Owner { get; set; }

    /// <summary>How long data hold: 0 undefined, 1 10 min, 2 1 h, 3 6 h, 4 12 h, 5 24 h.</summary>
    public int? DataTimeout { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Position = fields.Position(Position, PositionForm.Fine);
        AltitudeMetres = fields.Scaled("altitude_metres"u8, 11, AltitudeMetres, divisor: 10, most: 2001, absent: 2002);
        Owner = fields.UInt("owner"u8, 4, Owner, least: 1, absent: 0);
        DataTimeout = fields.UInt("data_timeout"u8, 3, DataTimeout);
    }
}
