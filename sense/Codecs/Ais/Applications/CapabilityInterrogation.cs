namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/3, type 6: asks which functions of an area a station knows. 16 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 5, §3.3 (international function message 3).</remarks>
public record struct CapabilityInterrogation : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "capability_interrogation"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 3);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 3);

    /// <summary>Area code asked for, 0–1023.</summary>
    public int? RequestedArea { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        RequestedArea = fields.UInt("requested_area"u8, 10, RequestedArea);
        fields.Spare(6);
    }
}
