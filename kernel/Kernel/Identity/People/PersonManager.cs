using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Identity.People;

/// <summary>ASP.NET Core Identity's manager, with lock-out by our clock (its own reads the system's).</summary>
internal sealed class PersonManager(
    PersonStore store,
    TimeProvider clock,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Person> hasher,
    IdentityParts parts
)
    : UserManager<Person>(
        store,
        options,
        hasher,
        [new UserValidator<Person>()],
        [new PasswordValidator<Person>()],
        parts.Normalizer,
        parts.Errors,
        parts.Services,
        parts.Log
    )
{
    /// <summary>A hash of nobody's password: checked for unknown names, so that they take as long as known ones.</summary>
    private static readonly string NobodysHash = new PasswordHasher<Person>().HashPassword(null!, "nobody's password"); // The user is not read.

    public override Task<bool> IsLockedOutAsync(Person user) => Task.FromResult(user.LockoutEnd > clock.GetUtcNow());

    public override async Task<IdentityResult> AccessFailedAsync(Person user)
    {
        if (++user.AccessFailedCount >= Options.Lockout.MaxFailedAccessAttempts)
        {
            user.LockoutEnd = clock.GetUtcNow() + Options.Lockout.DefaultLockoutTimeSpan;
            user.AccessFailedCount = 0;
        }
        return await UpdateUserAsync(user);
    }

    /// <summary>The work of checking a password, for nobody.</summary>
    public void CheckNobody(string password) => PasswordHasher.VerifyHashedPassword(null!, NobodysHash, password); // The user is not read.

    /// <summary>Turns what Identity refuses into our problems.</summary>
    /// <exception cref="Refused">422 <c>person.user-name-taken</c>, <c>person.user-name-invalid</c> or <c>person.password-weak</c>; 409 <c>revision.stale</c>.</exception>
    public static void Require(IdentityResult result)
    {
        if (result.Succeeded)
            return;
        var code = result.Errors.First().Code;
        throw code switch
        {
            "DuplicateUserName" => Refused.Invalid("person.user-name-taken", "userName"),
            "InvalidUserName" => Refused.Invalid("person.user-name-invalid", "userName"),
            "ConcurrencyFailure" => new Refused("revision.stale"),
            _ => Refused.Invalid("person.password-weak", "password").With("minimumLength", MinimumPasswordLength),
        };
    }

    /// <summary>Characters of a password; length counts, composition rules do not help.</summary>
    internal const int MinimumPasswordLength = 10;
}

/// <summary>Parts of ASP.NET Core Identity that the manager only passes on.</summary>
internal sealed record IdentityParts(
    ILookupNormalizer Normalizer,
    IdentityErrorDescriber Errors,
    IServiceProvider Services,
    ILogger<UserManager<Person>> Log
);
