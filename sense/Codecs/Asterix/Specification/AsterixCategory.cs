namespace Fourfold.Codecs.Asterix.Specification;

/// <summary>One edition of a category: which item stands at which place of the field specification (FSPEC). Immutable.</summary>
public sealed class AsterixCategory
{
    internal AsterixCategory(int number, string edition, string title, params AsterixItem?[] profile)
    {
        Number = (byte)number;
        Edition = edition;
        Title = title;
        ProfileArray = profile;
        Utf8Edition = System.Text.Encoding.ASCII.GetBytes(edition);
    }

    /// <summary>The category, 1–255.</summary>
    public byte Number { get; }

    /// <summary>Edition of the standard.</summary>
    public string Edition { get; }

    /// <summary>What the standard calls it.</summary>
    public string Title { get; }

    /// <summary>The user application profile: items by field reference number, from index 0 for FRN 1; null where spare.</summary>
    public IReadOnlyList<AsterixItem?> Profile => ProfileArray;

    /// <summary>
    /// The profile of records whose item <see cref="AlternativeBy"/> begins with a set bit: tracks instead of plots in
    /// category 001. Both agree up to that item. Null in all other categories.
    /// </summary>
    public IReadOnlyList<AsterixItem?>? Alternative => AlternativeArray;

    /// <summary>Index in the profile of the item that chooses the alternative, else −1.</summary>
    public int AlternativeBy { get; internal init; } = -1;

    internal AsterixItem?[] ProfileArray { get; }
    internal byte[] Utf8Edition { get; }
    internal AsterixItem?[]? AlternativeArray { get; init; }

    /// <summary>An item by its number, of either profile.</summary>
    /// <exception cref="KeyNotFoundException">The edition has no such item.</exception>
    public AsterixItem Item(string name) =>
        Array.Find(ProfileArray, item => item?.Name == name)
        ?? Array.Find(AlternativeArray ?? [], item => item?.Name == name)
        ?? throw new KeyNotFoundException($"category {Number} edition {Edition} has no item {name}");
}
