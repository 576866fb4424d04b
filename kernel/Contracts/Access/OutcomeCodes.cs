namespace Fourfold.Contracts;

/// <summary>The one code list of outcomes for all screens.</summary>
public static class OutcomeCodes
{
    /// <summary>属实.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>查否.</summary>
    public const string Refuted = "refuted";

    /// <summary>未发现目标.</summary>
    public const string NotFound = "not-found";

    /// <summary>未查清.</summary>
    public const string Undetermined = "undetermined";

    /// <summary>部分属实, for a citizen's complaint only.</summary>
    public const string Partly = "partly";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Confirmed, Refuted, NotFound, Undetermined, Partly];
}
