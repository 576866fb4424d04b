namespace Fourfold.Sense.Feeds;

/// <summary>Why a feed URL is refused, and where.</summary>
/// <param name="Code">A stable code, <c>feed-url.…</c>, listed in <c>docs/reference/problems.md</c>.</param>
/// <param name="At">Character of the URL at which the offending part begins, from 0.</param>
/// <param name="Part">The offending part, cut to 60 characters.</param>
internal sealed record FeedUrlProblem(string Code, int At, string Part)
{
    /// <summary>Characters of the offending part that are told.</summary>
    public const int LongestPart = 60;
}
