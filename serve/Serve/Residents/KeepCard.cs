using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Residents;

/// <summary>A worker decides what residents see of them, and finds the addresses of the grids they serve.</summary>
internal static class KeepCard
{
    /// <param name="ShowName">Whether residents see the display name.</param>
    /// <param name="ShowHours">Whether they see the hours of duty.</param>
    internal sealed record CardRequest(bool ShowName, bool ShowHours);

    /// <param name="ShowName">Whether residents see the display name.</param>
    /// <param name="ShowHours">Whether they see the hours of duty.</param>
    /// <param name="Grids">The grids one serves under this post.</param>
    internal sealed record CardView(bool ShowName, bool ShowHours, IReadOnlyList<OwnGrid> Grids);

    internal sealed record OwnGrid(GridId Id, string Code, string Name);

    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Residents");
        me.MapGet("/resident-card", Read).WithName("ReadResidentCard").Needs(Permission.QuestionsAnswer);
        me.MapPut("/resident-card", Put).WithName("SetResidentCard").Needs(Permission.QuestionsAnswer);
    }

    private static async Task<Ok<CardView>> Read(ServeDb db, CancellationToken ct)
    {
        var card = await db.ResidentCards.FirstOrDefaultAsync(c => c.Person == db.Actor.Person, ct);
        return TypedResults.Ok(await Show(card, db, ct));
    }

    private static async Task<Ok<CardView>> Put(CardRequest request, ServeDb db, CancellationToken ct)
    {
        var person = db.Actor.Person ?? throw new Refused("question.no-person", 403);
        var now = db.Clock.GetUtcNow();
        var card = await db.ResidentCards.FirstOrDefaultAsync(c => c.Person == person, ct);
        if (card is null)
        {
            card = new ResidentCard { Person = person, ChangedAt = now };
            db.ResidentCards.Add(card);
        }
        (card.ShowName, card.ShowHours, card.ChangedAt) = (request.ShowName, request.ShowHours, now);
        db.Audit("resident-card.set", "person", person.ToString(), new { card.ShowName, card.ShowHours });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await Show(card, db, ct));
    }

    private static async Task<CardView> Show(ResidentCard? card, ServeDb db, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow();
        var own = db.GridPosts.Where(p => p.Post == db.Actor.Post).Serving(now);
        var grids = await db
            .Grids.Where(g => own.Any(p => p.GridId == g.Id) && g.ClosedAt == null)
            .OrderBy(g => g.Code)
            .Take(100)
            .Select(g => new OwnGrid(g.Id, g.Code, g.Name))
            .ToListAsync(ct);
        return new CardView(card?.ShowName ?? false, card?.ShowHours ?? false, grids);
    }
}
