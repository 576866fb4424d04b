using Fourfold.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Fourfold.Kernel.Identity.People;

/// <summary>Adds a person, who can sign in once there is a post.</summary>
internal static class AddPerson
{
    internal sealed record Request(string UserName, string DisplayName, string Password);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/people", Handle)
            .WithName("AddPerson")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.PeopleWrite, Purposes.Administration);

    private static async Task<Created<PersonView>> Handle(
        Request request,
        KernelDb db,
        IAreaDirectory areas,
        PersonManager people,
        CancellationToken ct
    )
    {
        PeopleRules.RequireDisplayName(request.DisplayName);
        var person = new Person
        {
            Id = Ids.New<PersonId>(db.Clock),
            UserName = request.UserName,
            DisplayName = request.DisplayName.Trim(),
            CreatedAt = db.Clock.GetUtcNow(),
        };
        db.Audit("person.added", "person", person.Id.ToString());
        PersonManager.Require(await people.CreateAsync(person, request.Password));
        return TypedResults.Created($"/api/v1/people/{person.Id}", await PersonView.Read(db, areas, person, ct));
    }
}
