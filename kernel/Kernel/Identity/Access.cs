using Microsoft.AspNetCore.Builder;

namespace Fourfold.Kernel.Identity;

/// <summary>What an endpoint demands. Every endpoint carries exactly one; one without is refused to all.</summary>
/// <param name="Permission">The permission needed, or null when being signed in is enough, or nothing at all is.</param>
/// <param name="Anyone">Reason why nobody need be signed in, or null.</param>
/// <param name="Purposes">Purposes for which personal data may be looked at here; empty when the answer holds none.</param>
/// <param name="Local">A request from this machine itself needs nothing: for probes and scrapers beside the server.</param>
public sealed record Access(string? Permission, string? Anyone, IReadOnlyList<string> Purposes, bool Local = false);

/// <summary>How endpoints declare what they demand.</summary>
public static class AccessDeclarations
{
    /// <summary>Only for actors with this permission.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.Declare(new Access(permission, null, []));

    /// <summary>As <see cref="Needs{TBuilder}(TBuilder,string)"/>, and the session's purpose must be one of these: the answer holds personal data.</summary>
    public static TBuilder NeedsPurpose<TBuilder>(this TBuilder endpoint, string permission, params string[] purposes)
        where TBuilder : IEndpointConventionBuilder => endpoint.Declare(new Access(permission, null, purposes));

    /// <summary>As <see cref="Needs{TBuilder}"/>, but open to requests from this machine that no proxy passed on.</summary>
    public static TBuilder NeedsUnlessLocal<TBuilder>(this TBuilder endpoint, string permission)
        where TBuilder : IEndpointConventionBuilder => endpoint.Declare(new Access(permission, null, [], Local: true));

    /// <summary>For any signed-in person or key; with purposes, only for one of these. What decides further says so itself.</summary>
    public static TBuilder NeedsSignIn<TBuilder>(this TBuilder endpoint, params string[] purposes)
        where TBuilder : IEndpointConventionBuilder => endpoint.Declare(new Access(null, null, purposes));

    /// <summary>For anyone, with the reason why.</summary>
    public static TBuilder OpenToAnyone<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.Declare(new Access(null, reason, []));

    private static TBuilder Declare<TBuilder>(this TBuilder endpoint, Access access)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(access));
        return endpoint;
    }
}
