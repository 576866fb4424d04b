using Microsoft.Extensions.Configuration;

namespace Fourfold.Sense.Feeds;

/// <summary>Where recordings lie that a feed added in the console may play: <c>data/recordings</c>.</summary>
/// <remarks>
/// Lines of a file can be looked at (as bad ones, and raw). Whoever may add feeds would else read every file that the
/// server can read, its keys among them. A feed of the command line is the operator's own and may play any file.
/// </remarks>
internal sealed class RecordingFolder(IConfiguration configuration)
{
    /// <summary>Its full path; made by whoever puts recordings there.</summary>
    public string Root { get; } =
        Path.GetFullPath(Path.Combine(configuration["Fourfold:Data"] ?? "data", "recordings"));

    /// <summary>The URL with its path below the folder; the problem when it leads out of it. Other transports pass as they are.</summary>
    public FeedUrl? Confine(FeedUrl url, out FeedUrlProblem? problem)
    {
        problem = null;
        if (url.Transport != "file")
            return url;
        var path = Path.GetFullPath(Path.Combine(Root, url.Path));
        if (path.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return url with { Path = path };
        var part = url.Path.Length <= FeedUrlProblem.LongestPart ? url.Path : url.Path[..FeedUrlProblem.LongestPart];
        problem = new FeedUrlProblem("feed-url.file-elsewhere", "file://".Length, part);
        return null;
    }
}
