namespace Fourfold.Kernel.Identity.Posts;

/// <summary>What it means that a post is in force; every query of posts asks it here.</summary>
internal static class PostsInForce
{
    /// <summary>Posts in force at a time: from their first instant until before the one at which they end, if they do.</summary>
    public static IQueryable<Post> InForce(this IQueryable<Post> posts, DateTimeOffset at) =>
        posts.Where(p => p.From <= at && (p.Until == null || p.Until > at));
}
