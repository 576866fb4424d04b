using Fourfold.Contracts;
using Microsoft.AspNetCore.Builder;

namespace Fourfold.Kernel.Identity.AppPasswords;

/// <summary>What an app password may be for, and what it can do there: never more than its person's post.</summary>
internal static class AppPasswordUses
{
    /// <summary>Fetching and sending forms by OpenRosa.</summary>
    public const string OpenRosa = "open-rosa";

    /// <summary>The permissions of a use.</summary>
    public static IReadOnlyList<string> PermissionsOf(string use) =>
        use == OpenRosa ? [Permission.FormsRead, Permission.FormsFill] : [];
}

/// <summary>On an endpoint: it may be reached with an app password for this use, by HTTP Basic.</summary>
internal sealed record TakesAppPassword(string Use);

/// <summary>How endpoints say that programs come to them with an app password.</summary>
public static class AppPasswordDeclarations
{
    /// <summary>Programs that speak OpenRosa come here with a person's app password.</summary>
    /// <remarks>RFC 7617. Who is not signed in is asked for it by <c>WWW-Authenticate</c>, as those programs expect.</remarks>
    public static TBuilder ForOpenRosa<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(builder => builder.Metadata.Add(new TakesAppPassword(AppPasswordUses.OpenRosa)));
        return endpoints;
    }
}
