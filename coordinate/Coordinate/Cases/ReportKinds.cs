namespace Fourfold.Coordinate.Cases;

/// <summary>What a person in the field reports, by the words on the chips; each has its class of the event list.</summary>
internal static class ReportKinds
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["litter"] = "06",
        ["damage"] = "05",
        ["waterside"] = "02",
        ["quarrel"] = "01",
        ["vessel"] = CaseClasses.Sea,
        ["other"] = CaseClasses.Other,
    };

    /// <summary>All of them, in the order of the page.</summary>
    public static readonly IReadOnlyList<string> All = [.. Classes.Keys];

    /// <summary>Class of the event list; null for what is no kind.</summary>
    public static string? ClassOf(string kind) => Classes.GetValueOrDefault(kind);
}
