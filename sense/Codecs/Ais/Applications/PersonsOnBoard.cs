namespace Fourfold.Codecs.Ais.Applications;

/// <summary>1/16 and 1/40, types 6 and 8: how many people are on board. 16 bits.</summary>
/// <remarks>
/// IMO SN.1/Circ.289, Annex, Table 5 (16); ITU-R M.1371-1, Annex 5, international function message 40.
/// </remarks>
public record struct PersonsOnBoard : IAisApplication
{
    /// <inheritdoc/>
    public static ReadOnlySpan<byte> Name => "persons_on_board"u8;

    /// <inheritdoc/>
    public static AisApplicationId IdFor(bool isAddressed) => new(1, 16);

    /// <inheritdoc/>
    public static bool Matches(AisApplicationId id, AisBinaryData data) =>
        id is (1, 16 or 40) && data.Length < SyntheticTargets.TargetBits;

    /// <summary>People, 1–8191, where 8191 means that or more; null when not available (0).</summary>
    public int? Persons { get; set; }

    /// <inheritdoc/>
    public void Visit<TVisitor>(ref TVisitor fields)
        where TVisitor : struct, IFieldVisitor, allows ref struct
    {
        Persons = fields.UInt("persons"u8, 13, Persons, least: 1, absent: 0);
        fields.Spare(3);
    }
}
