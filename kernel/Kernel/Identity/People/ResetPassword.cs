using Fourfold.Contracts;
using Fourfold.Kernel.Identity.Sessions;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.People;

/// <summary>Gives a person another password and opens a lock-out; all their sessions end.</summary>
internal static class ResetPassword
{
    internal sealed record Request(string Password);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/people/{id}/password", Handle)
            .WithName("ResetPassword")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.PeopleWrite, Purposes.Administration);

    private static async Task<NoContent> Handle(
        PersonId id,
        Request request,
        KernelDb db,
        PersonManager people,
        SessionDirectory sessions,
        CancellationToken ct
    )
    {
        var person =
            await db.People.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw Refused.NotFound("person.unknown");
        foreach (var validator in people.PasswordValidators)
            PersonManager.Require(await validator.ValidateAsync(people, person, request.Password));
        person.PasswordHash = people.PasswordHasher.HashPassword(person, request.Password);
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        db.WhenCommitted(sessions.Forget);
        db.Audit("person.password-reset", "person", id.ToString());
        PersonManager.Require(await people.UpdateSecurityStampAsync(person));
        return TypedResults.NoContent();
    }
}
