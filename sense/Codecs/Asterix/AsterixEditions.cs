using Fourfold.Codecs.Asterix.Categories;
using Fourfold.Codecs.Asterix.Specification;

namespace Fourfold.Codecs.Asterix;

/// <summary>Which editions of which categories a reader knows. Immutable.</summary>
/// <remarks>
/// No field of a block names its edition. Of a category with several, a reader stays with the one it used last as long as
/// every record of a block is whole under it and names its source (item 010, which all must carry); else it takes the
/// first for which this holds.
/// </remarks>
public sealed class AsterixEditions
{
    private readonly AsterixCategory[][] _byNumber;

    private AsterixEditions(AsterixCategory[][] byNumber) => _byNumber = byNumber;

    /// <summary>All editions there are tables for, the newest first.</summary>
    public static AsterixEditions All { get; } =
        Of(
            Cat001.Edition14,
            Cat002.Edition11,
            Cat008.Edition13,
            Cat010.Edition11,
            Cat021.Edition26,
            Cat021.Edition026,
            Cat034.Edition129,
            Cat048.Edition131,
            Cat062.Edition119,
            Cat062.Edition017,
            Cat063.Edition16,
            Cat065.Edition15,
            Cat129.Edition12,
            Cat240.Edition13
        );

    /// <summary>These editions and no others.</summary>
    public static AsterixEditions Of(params ReadOnlySpan<AsterixCategory> categories)
    {
        var byNumber = new AsterixCategory[256][];
        Array.Fill(byNumber, []);
        foreach (var category in categories)
        {
            byNumber[category.Number] = [.. byNumber[category.Number], category];
        }
        return new AsterixEditions(byNumber);
    }

    /// <summary>The same, but of the edition's category only this edition.</summary>
    public AsterixEditions With(AsterixCategory edition)
    {
        var byNumber = (AsterixCategory[][])_byNumber.Clone();
        byNumber[edition.Number] = [edition];
        return new AsterixEditions(byNumber);
    }

    /// <summary>Every edition, by category.</summary>
    public IEnumerable<AsterixCategory> Editions => _byNumber.SelectMany(of => of);

    internal AsterixCategory[] Of(byte number) => _byNumber[number];
}
