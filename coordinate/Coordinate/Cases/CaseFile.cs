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
