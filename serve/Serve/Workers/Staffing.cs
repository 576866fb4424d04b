using Fourfold.Serve.Grids;

namespace Fourfold.Serve.Workers;

/// <summary>What it means that nobody serves a grid; a plan and a leader's page tell the same.</summary>
internal static class Staffing
{
    /// <summary>Grids that are to be served by somebody: all that are open, but for micro-grids, which whoever serves the grid around them serves too.</summary>
    public static IQueryable<Grid> ToBeServed(this IQueryable<Grid> grids) =>
        grids.Where(g => g.ClosedAt == null && g.Kind != GridKinds.Micro);

    /// <summary>Posts that serve their grid at a time: those in force, in whichever role, of who is on leave too, for a leave names who stands in. A grid without such a post is served by nobody.</summary>
    public static IQueryable<GridPost> Serving(this IQueryable<GridPost> posts, DateTimeOffset at) =>
        posts.Where(p => p.From <= at && (p.Until == null || p.Until > at));
}
