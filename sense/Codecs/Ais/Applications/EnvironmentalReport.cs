namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/26, type 8: what the sensors of sites tell. 112 bits a report.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Tables 12.1–12.15.</remarks>
public ref struct EnvironmentalReport : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "environmental_report"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 26);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 26);

    /// <summary>Up to eight reports.</summary>
    public ApplicationList<SensorReport> Reports { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Reports = fields.List("reports"u8, Reports, new ListForm(112, 8), default);
    }
}
