using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.People;

/// <summary>One person with all posts, past ones included. The look leaves an audit row.</summary>
internal static class ReadPerson
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/people/{id}", Handle)
            .WithName("ReadPerson")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.PeopleRead, Purposes.Administration, Purposes.Security);

    private static async Task<Ok<PersonView>> Handle(
        PersonId id,
        KernelDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        var person =
            await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct)
            ?? throw Refused.NotFound("person.unknown");
        db.Audit("person.read", "person", id.ToString());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await PersonView.Read(db, areas, person, ct));
    }
}
