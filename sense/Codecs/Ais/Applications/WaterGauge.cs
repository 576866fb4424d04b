namespace Fourfold.Codecs.Ais.Applications;

/// <summary>One gauge of <see cref="WaterLevels"/>. 25 bits.</summary>
/// <remarks>
/// The lowest bit of the level is its sign, as the registry of the message says; other decoders take the highest.
/// </remarks>
public record struct WaterGauge : IFieldGroup
{
    /// <summary>National number of the gauge, 1–2047.</summary>
    public int? Gauge { get; set; }

    /// <summary>Distance of the water from the reference level, centimetres, 1–8191.</summary>
    public int? DifferenceCentimetres { get; set; }

    /// <summary>Above (true) or below the reference level.</summary>
    public bool? IsAboveReference { get; set; }

    /// <summary>Water level over the reference, centimetres, −8191 to 8191; null when unknown.</summary>
    public readonly int? LevelCentimetres => IsAboveReference == false ? -DifferenceCentimetres : DifferenceCentimetres;

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Gauge = fields.UInt("gauge"u8, 11, Gauge, least: 1, absent: 0);
        DifferenceCentimetres = fields.UInt("difference_centimetres"u8, 13, DifferenceCentimetres, least: 1, absent: 0);
        IsAboveReference = fields.Flag("above_reference"u8, IsAboveReference);
    }
}
