using Fourfold.Contracts;

namespace Fourfold.Coordinate.Cases;

/// <summary>A stored file that a case was reported with.</summary>
/// <param name="Id">The file.</param>
/// <param name="Kind">One of <see cref="CaseFileKinds"/>.</param>
internal sealed record CaseFile(FileId Id, [property: OneOf(typeof(CaseFileKinds))] string Kind);

/// <summary>What a file of a case is.</summary>
internal static class CaseFileKinds
{
    public const string Picture = "picture";
    public const string Video = "video";

    /// <summary>Somebody's words.</summary>
    public const string Sound = "sound";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Picture, Video, Sound];
}

/// <summary>What a person on the spot tells when a case is opened from a phone.</summary>
/// <param name="Kind">One of <see cref="ReportKinds"/>.</param>
/// <param name="Text">Words, or null.</param>
/// <param name="AccuracyMetres">How far the place may be off; null when it was put on the map by hand, or there is none.</param>
/// <param name="ByHand">The place was put on the map by hand.</param>
/// <param name="Files">Pictures, videos, spoken words.</param>
internal sealed record CaseTold(
    string Kind,
    string? Text,
    double? AccuracyMetres,
    bool ByHand,
    IReadOnlyList<CaseFile> Files
);

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
