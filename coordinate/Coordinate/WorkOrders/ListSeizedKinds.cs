using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Coordinate.WorkOrders;

/// <summary>The code list of what can be seized, for the field page.</summary>
internal static class ListSeizedKinds
{
    public static void Map(IEndpointRouteBuilder orders) =>
        orders.MapGet("/seized-kinds", Handle).WithName("ListSeizedKinds").NeedsSignIn();

    private static Ok<Page<SeizedKind>> Handle() => TypedResults.Ok(new Page<SeizedKind>(SeizedKinds.All, null));
}
