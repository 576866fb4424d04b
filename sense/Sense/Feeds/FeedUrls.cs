using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Sense.Feeds;

/// <summary>Reads the feed URLs of a command line before anything is started.</summary>
public static class FeedUrls
{
    /// <summary>What is wrong with a URL and where, or null; the code is one of <c>docs/reference/problems.md</c>.</summary>
    public static string? ProblemOf(IServiceProvider services, string url) =>
        services.GetRequiredService<FeedPlugIns>().Find(url, out _, out var problem) is null && problem is not null
            ? $"{problem.Code} at character {problem.At + 1}: {problem.Part}"
            : null;
}
