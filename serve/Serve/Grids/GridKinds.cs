namespace Fourfold.Serve.Grids;

/// <summary>What a grid is for.</summary>
internal static class GridKinds
{
    /// <summary>综合网格: everything in its piece of a village.</summary>
    public const string Comprehensive = "comprehensive";

    /// <summary>专属网格: one place with its own people, cut out of the comprehensive ones; says which by <see cref="SpecialUses"/>.</summary>
    public const string Special = "special";

    /// <summary>微网格: a part of a comprehensive grid, a building or a hamlet.</summary>
    public const string Micro = "micro";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Comprehensive, Special, Micro];
}

/// <summary>Which place a special grid is.</summary>
internal static class SpecialUses
{
    /// <summary>园区.</summary>
    public const string Park = "park";

    /// <summary>学校.</summary>
    public const string School = "school";

    /// <summary>商圈.</summary>
    public const string BusinessDistrict = "business-district";

    /// <summary>市场.</summary>
    public const string Market = "market";

    /// <summary>渔港.</summary>
    public const string FishingHarbour = "fishing-harbour";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Park, School, BusinessDistrict, Market, FishingHarbour];
}
