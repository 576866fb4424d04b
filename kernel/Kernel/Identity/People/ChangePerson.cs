using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.People;

/// <summary>Renames a person, or switches one off and on. Switching off ends all sessions at once.</summary>
internal static class ChangePerson
{
    internal sealed record Request(string DisplayName, bool Active, int? ExpectedRevision = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/people/{id}", Handle)
            .WithName("ChangePerson")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.PeopleWrite, Purposes.Administration);

    private static async Task<Ok<PersonView>> Handle(
        PersonId id,
        Request request,
        ExpectedRevision expected,
        Actor actor,
        KernelDb db,
        IAreaDirectory areas,
        PersonManager people,
        SessionDirectory sessions,
        PeopleDirectory directory,
        CancellationToken ct
    )
    {
        PeopleRules.RequireDisplayName(request.DisplayName);
        var person =
            await db.People.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw Refused.NotFound("person.unknown");
        var view = await PersonView.Read(db, areas, person, ct);
        expected.Meets(request.ExpectedRevision, person.Revision, () => view);
        if (!request.Active && person.Id == actor.Person)
            throw new Refused("person.own-account");
        person.DisplayName = request.DisplayName.Trim();
        var switched = person.Active != request.Active;
        person.Active = request.Active;
        var action =
            !switched ? "person.changed"
            : person.Active ? "person.switched-on"
            : "person.switched-off";
        db.WhenCommitted(sessions.Forget);
        db.WhenCommitted(directory.Forget);
        db.Audit(action, "person", id.ToString());
        PersonManager.Require(
            switched ? await people.UpdateSecurityStampAsync(person) : await people.UpdateAsync(person)
        );
        return TypedResults.Ok(await PersonView.Read(db, areas, person, ct));
    }
}
