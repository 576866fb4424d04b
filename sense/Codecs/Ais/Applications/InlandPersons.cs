namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/55, types 6 and 8: people on board an inland ship. 80 bits.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Table 2.6.</remarks>
public record struct InlandPersons : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "inland_persons"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 55);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 55);

    /// <summary>Crew, 0–254.</summary>
    public int? Crew { get; set; }

    /// <summary>Passengers, 0–8190.</summary>
    public int? Passengers { get; set; }

    /// <summary>Other personnel, 0–254.</summary>
    public int? Personnel { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Crew = fields.UInt("crew"u8, 8, Crew, most: 254, absent: 255);
        Passengers = fields.UInt("passengers"u8, 13, Passengers, most: 8190, absent: 8191);
        Personnel = fields.UInt("personnel"u8, 8, Personnel, most: 254, absent: 255);
        fields.Spare(51);
    }
}
