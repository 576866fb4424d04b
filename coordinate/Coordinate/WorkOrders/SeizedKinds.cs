namespace Fourfold.Coordinate.WorkOrders;

/// <summary>What can be seized, as data.</summary>
internal static class SeizedKinds
{
    /// <summary>Live animals go to quarantine before anywhere else (动物卫生监督).</summary>
    public const string Quarantine = "quarantine.required";

    private static readonly string[] Heads = ["head"];
    private static readonly string[] Mass = ["kg", "tonne", "box"];
    private static readonly string[] Pieces = ["piece"];

    /// <summary>All kinds with the units they are counted in and what must be thought of.</summary>
    public static readonly IReadOnlyList<SeizedKind> All =
    [
        new("live-buffalo", Heads, Quarantine),
        new("live-cattle", Heads, Quarantine),
        new("live-pig", Heads, Quarantine),
        new("live-goat", Heads, Quarantine),
        new("live-poultry", [.. Heads, "box"], Quarantine),
        new("live-wildlife", Heads, Quarantine),
        new("frozen-goods", Mass, null),
        new("seafood", Mass, null),
        new("cigarettes", ["carton", "box"], null),
        new("alcohol", ["bottle", "box"], null),
        new("refined-oil", ["litre", "tonne"], null),
        new("sea-sand", ["tonne", "cubic-metre"], null),
        new("drugs", ["gram", "kg"], null),
        new("electronics", ["piece", "box"], null),
        new("fishing-gear", Pieces, null),
        new("vessel", Pieces, null),
        new("outboard-engine", Pieces, null),
        new("vehicle", Pieces, null),
        new("cash", ["yuan"], null),
        new("other", ["piece", "kg", "box"], null),
    ];

    /// <summary>The kind with this code, or null.</summary>
    public static SeizedKind? Find(string code) =>
        All.FirstOrDefault(k => string.Equals(k.Code, code, StringComparison.Ordinal));
}

/// <summary>One kind.</summary>
internal sealed record SeizedKind(string Code, IReadOnlyList<string> Units, string? Hint);
