namespace Fourfold.Forms;

/// <summary>One choice of a list.</summary>
public sealed record FormChoice
{
    /// <summary>What is stored: letters, digits, <c>_ - .</c>, no spaces (OpenRosa separates several by spaces).</summary>
    public required string Code { get; init; }

    public required FormText Label { get; init; }

    /// <summary>What a choice filter may ask of this choice, by name: <c>county</c> = <c>460100</c>.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}
