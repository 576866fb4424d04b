using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Identity.Posts;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Setup;

/// <summary>Makes the first administrator, once, by the link that was printed at start.</summary>
internal static class MakeFirstAdministrator
{
    internal sealed record Request(string UserName, string DisplayName, string Password);

    internal sealed record State(bool Open);

    internal sealed record Response(PersonId PersonId);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/setup/{token}", Look)
            .WithName("ReadSetup")
            .WithTags("Session")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .OpenToAnyone("the link itself is the proof, while nobody exists");
        api.MapPost("/setup/{token}", Handle)
            .WithName("MakeFirstAdministrator")
            .WithTags("Session")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .OpenToAnyone("the link itself is the proof, while nobody exists");
    }

    private static async Task<Ok<State>> Look(string token, SetupLinks links, CancellationToken ct) =>
        await links.Opens(token, ct) ? TypedResults.Ok(new State(true)) : throw Refused.NotFound("setup.link-void");

    private static async Task<Created<Response>> Handle(
        string token,
        Request request,
        SetupLinks links,
        KernelDb db,
        PersonManager people,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        await links.OneAtATime.WaitAsync(ct);
        try
        {
            return TypedResults.Created(
                "/api/v1/session",
                new Response(await Make(token, request, links, db, people, areas, ct))
            );
        }
        finally
        {
            links.OneAtATime.Release();
        }
    }

    private static async Task<PersonId> Make(
        string token,
        Request request,
        SetupLinks links,
        KernelDb db,
        PersonManager people,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        if (!await links.Opens(token, ct))
            throw Refused.NotFound("setup.link-void");
        PeopleRules.RequireDisplayName(request.DisplayName);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.People.AnyAsync(p => p.PasswordHash != null, ct))
            throw Refused.NotFound("setup.link-void");
        var now = db.Clock.GetUtcNow();
        var person = new Person
        {
            Id = Ids.New<PersonId>(db.Clock),
            UserName = request.UserName,
            DisplayName = request.DisplayName.Trim(),
            CreatedAt = now,
        };
        db.Audit("setup.first-administrator", "person", person.Id.ToString());
        PersonManager.Require(await people.CreateAsync(person, request.Password));
        var unit = await AdministrationUnit(db, areas.Root, ct);
        db.Posts.Add(
            new Post
            {
                Id = Ids.New<PostId>(db.Clock),
                Person = person.Id,
                Unit = unit,
                Role = Roles.Administrator,
                From = now,
            }
        );
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.AfterCommit();
        links.Token.TryUse(token);
        return person.Id;
    }

    // A store without any unit gets one, so that the administrator has a place; it can be renamed.
    private static async Task<UnitId> AdministrationUnit(KernelDb db, Area root, CancellationToken ct)
    {
        var first = await db.Units.Where(u => u.AreaPath == root.Path).OrderBy(u => u.Id).FirstOrDefaultAsync(ct);
        if (first is not null)
            return first.Id;
        var unit = new Unit
        {
            Id = Ids.New<UnitId>(db.Clock),
            Name = root.Name,
            Department = "governance-centre",
            AreaCode = root.Code,
            AreaPath = root.Path,
            Parent = null,
            JurisdictionAreas = [root.Code],
            JurisdictionGeometry = null,
            Latitude = null,
            Longitude = null,
            Synthetic = false,
        };
        db.Units.Add(unit);
        return unit.Id;
    }
}
