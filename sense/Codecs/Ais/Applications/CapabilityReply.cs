namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/4, type 6: which functions of an area a station knows. 144 bits.</summary>
/// <remarks>ITU-R M.1371-5, Annex 5, §3.4 (international function message 4).</remarks>
public ref struct CapabilityReply : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "capability_reply"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 4);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) => id is (1, 4);

    /// <summary>Area code asked for, 0–1023.</summary>
    public int? Area { get; set; }

    /// <summary>One for each function identifier from 0.</summary>
    public ApplicationList<FunctionCapability> Functions { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Area = fields.UInt("area"u8, 10, Area);
        Functions = fields.List("functions"u8, Functions, new ListForm(2, 64), default);
        fields.Spare(6);
    }
}
