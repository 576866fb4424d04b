namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/17, and 1/16 of the IALA, type 8: targets that shore tracks by other means. 120 bits a target.</summary>
/// <remarks>IMO SN.1/Circ.289, Annex, Table 6; IALA, VTS targets.</remarks>
public ref struct SyntheticTargets : IAisApplication
{
    /// <summary>Bits of one target.</summary>
    public const int TargetBits = 120;

    private const int MaxTargets = 7;

    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "synthetic_targets"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 17);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (1, 17) || (id is (1, 16) && data.Length >= TargetBits);

    /// <summary>Up to four targets, seven with 1/16.</summary>
    public ApplicationList<SyntheticTarget> Targets { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Targets = fields.List("targets"u8, Targets, new ListForm(TargetBits, MaxTargets), default);
    }
}
