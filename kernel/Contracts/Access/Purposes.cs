namespace Fourfold.Contracts;

/// <summary>What a session is for; chosen at sign-in, shown on every page, written beside every look at personal data.</summary>
public static class Purposes
{
    public const string SeaWatch = "sea-watch";
    public const string CaseWork = "case-work";
    public const string FieldWork = "field-work";
    public const string Statistics = "statistics";
    public const string Administration = "administration";
    public const string Security = "security";
    public const string Audit = "audit";

    /// <summary>Anything else, said in words.</summary>
    public const string Other = "other";

    /// <summary>All purposes.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        SeaWatch,
        CaseWork,
        FieldWork,
        Statistics,
        Administration,
        Security,
        Audit,
        Other,
    ];
}
