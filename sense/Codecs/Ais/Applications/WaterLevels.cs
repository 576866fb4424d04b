namespace Fourfold.Codecs.Ais.Applications;

/// <summary>200/24, type 8: water level at up to four gauges. 12 bits, and 25 a gauge.</summary>
/// <remarks>UNECE ECE/TRANS/SC.3/176, Table 2.14.</remarks>
public ref struct WaterLevels : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "water_levels"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(200, 24);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (200, 24);

    /// <summary>UN country code.</summary>
    public ApplicationText Country { get; set; }

    /// <summary>The gauges.</summary>
    public ApplicationList<WaterGauge> Gauges { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Country = fields.Text("country"u8, Country, 2);
        Gauges = fields.List("gauges"u8, Gauges, new ListForm(25, 4), default);
    }
}
