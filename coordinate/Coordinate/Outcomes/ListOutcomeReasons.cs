using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.Outcomes;

/// <summary>The code list of outcomes with their reasons, for the screens.</summary>
internal static class ListOutcomeReasons
{
    /// <summary>An outcome and what may be its reason.</summary>
    public sealed record OutcomeWithReasons(string Outcome, IReadOnlyList<string> Reasons);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/outcomes/reasons", Handle).WithName("ListOutcomeReasons").WithTags("Outcomes").NeedsSignIn();

    private static Ok<Page<OutcomeWithReasons>> Handle() =>
        TypedResults.Ok(
            new Page<OutcomeWithReasons>(
                [.. OutcomeReasons.All.Select(o => new OutcomeWithReasons(o.Key, o.Value))],
                null
            )
        );
}
