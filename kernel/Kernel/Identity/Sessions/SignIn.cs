using Fourfold.Contracts;
using Fourfold.Kernel.Identity.People;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.Sessions;

/// <summary>Signs a person in. An unknown name, a wrong password, a locked and a switched-off account get the same answer in the same time.</summary>
internal static class SignIn
{
    internal sealed record Request(
        string UserName,
        string Password,
        [OneOf(typeof(Purposes))] string Purpose,
        string? PurposeNote = null,
        PostId? PostId = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/session", Handle)
            .WithName("SignIn")
            .WithTags("Session")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .OpenToAnyone("this is where one signs in");

    private static async Task<Ok<SessionView>> Handle(
        Request request,
        HttpContext http,
        Door door,
        KernelDb db,
        SessionViewer viewer,
        CancellationToken ct
    )
    {
        SessionRules.RequirePurpose(request.Purpose, request.PurposeNote);
        var person = await door.Admit(request, http, ct);
        var post = await SessionRules.ChoosePost(db, person.Id, request.PostId, ct);
        var actor = await door.Sessions.Open(http, person, post, request.Purpose, request.PurposeNote, ct);
        return TypedResults.Ok(await viewer.Of(actor, ct));
    }

    /// <summary>Checks names and passwords, within limits.</summary>
    internal sealed class Door(
        SignInLimiter limiter,
        PersonManager people,
        KernelDb db,
        SessionOpener sessions,
        KernelMetrics metrics
    )
    {
        private const int MaximumPassword = 200;

        public SessionOpener Sessions { get; } = sessions;

        /// <exception cref="Refused">401 <c>session.refused</c>; 429 <c>session.too-many-attempts</c>.</exception>
        public async Task<Person> Admit(Request request, HttpContext http, CancellationToken ct)
        {
            var address = http.Connection.RemoteIpAddress;
            var name = request.UserName.Length > 40 ? request.UserName[..40] : request.UserName;
            limiter.Check(address, name);
            var normalized = people.NormalizeName(name);
            var person = await db.People.FirstOrDefaultAsync(p => p.NormalizedUserName == normalized, ct);
            if (await Proves(person, request.Password))
                return person!; // Proved to be somebody.
            limiter.Failed(address, name);
            metrics.SignInRefused();
            // The typed name is not kept: people type passwords into the wrong field.
            db.Audit("session.refused", "person", person?.Id.ToString() ?? "unknown");
            await db.SaveChangesAsync(ct);
            throw new Refused("session.refused", 401);
        }

        private async Task<bool> Proves(Person? person, string password)
        {
            if (person is null || !person.Active || password.Length > MaximumPassword)
            {
                people.CheckNobody(password.Length > MaximumPassword ? "" : password);
                return false;
            }
            var right = await people.CheckPasswordAsync(person, password);
            if (await people.IsLockedOutAsync(person))
                return false;
            if (!right)
                await people.AccessFailedAsync(person);
            else if (person.AccessFailedCount > 0)
                await people.ResetAccessFailedCountAsync(person);
            return right;
        }
    }
}
