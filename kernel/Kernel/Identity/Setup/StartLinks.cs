using System.Collections.Concurrent;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Setup;

/// <summary>Links of the demonstration that sign somebody in, once, from this machine only. The host makes and prints them.</summary>
public sealed class StartLinks(TimeProvider clock)
{
    private const int Maximum = 16;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(60);
    private readonly ConcurrentQueue<Link> links = new();

    /// <summary>The path <c>/start/…</c> that signs this person in for a purpose; void after one use or an hour.</summary>
    public string Create(string userName, string purpose)
    {
        var token = new OneTimeToken();
        var secret = token.Issue();
        links.Enqueue(new Link(token, userName, purpose, clock.GetUtcNow() + Life));
        while (links.Count > Maximum)
            links.TryDequeue(out _);
        return $"/start/{secret}";
    }

    internal static void Map(IEndpointRouteBuilder root) =>
        root.MapGet("/start/{token}", Handle)
            .WithName("FollowStartLink")
            .ExcludeFromDescription()
            .OpenToAnyone("the link itself is the proof, once, from loopback, in a demonstration");

    private static async Task<RedirectHttpResult> Handle(
        string token,
        HttpContext http,
        StartLinks links,
        KernelDb db,
        PersonManager people,
        SessionOpener opener,
        CancellationToken ct
    )
    {
        // Behind a proxy everything comes from loopback, so a request that was passed on is refused as well.
        if (!AccessMiddleware.IsLocal(http) || links.Use(token) is not { } link)
            throw Refused.NotFound("start.link-void");
        var name = people.NormalizeName(link.UserName);
        var person =
            await db.People.FirstOrDefaultAsync(p => p.NormalizedUserName == name && p.Active, ct)
            ?? throw Refused.NotFound("start.link-void");
        var post = await SessionRules.ChoosePost(db, person.Id, asked: null, ct);
        await opener.Open(http, person, post, link.Purpose, note: null, ct);
        return TypedResults.Redirect("/");
    }

    private Link? Use(string secret) =>
        links.FirstOrDefault(l => l.Until > clock.GetUtcNow() && l.Token.TryUse(secret));

    private sealed record Link(OneTimeToken Token, string UserName, string Purpose, DateTimeOffset Until);
}
