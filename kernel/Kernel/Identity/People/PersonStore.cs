using Fourfold.Contracts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.People;

/// <summary>Where ASP.NET Core Identity finds people. Saves whatever else the context holds with them, audit rows above all.</summary>
internal sealed class PersonStore(KernelDb db)
    : IUserPasswordStore<Person>,
        IUserSecurityStampStore<Person>,
        IUserLockoutStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken ct) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken ct) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken ct)
    {
        user.UserName = userName ?? "";
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken ct) =>
        Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken ct)
    {
        user.NormalizedUserName = normalizedName ?? "";
        return Task.CompletedTask;
    }

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken ct)
    {
        db.People.Add(user);
        return Save(ct);
    }

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken ct)
    {
        user.Revision++;
        return Save(ct);
    }

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken ct) =>
        throw new NotSupportedException("people are switched off, not deleted: audit rows name them");

    public Task<Person?> FindByIdAsync(string userId, CancellationToken ct) =>
        Ids.TryParse<PersonId>(userId, out var id)
            ? db.People.FirstOrDefaultAsync(p => p.Id == id, ct)
            : Task.FromResult<Person?>(null);

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken ct) =>
        db.People.FirstOrDefaultAsync(p => p.NormalizedUserName == normalizedUserName, ct);

    public Task<string?> GetPasswordHashAsync(Person user, CancellationToken ct) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(Person user, CancellationToken ct) =>
        Task.FromResult(user.PasswordHash is not null);

    public Task SetPasswordHashAsync(Person user, string? passwordHash, CancellationToken ct)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(Person user, CancellationToken ct) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public Task SetSecurityStampAsync(Person user, string stamp, CancellationToken ct)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Person user, CancellationToken ct) =>
        Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(Person user, DateTimeOffset? lockoutEnd, CancellationToken ct)
    {
        user.LockoutEnd = lockoutEnd;
        return Task.CompletedTask;
    }

    public Task<int> IncrementAccessFailedCountAsync(Person user, CancellationToken ct) =>
        Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(Person user, CancellationToken ct)
    {
        user.AccessFailedCount = 0;
        return Task.CompletedTask;
    }

    public Task<int> GetAccessFailedCountAsync(Person user, CancellationToken ct) =>
        Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(Person user, CancellationToken ct) => Task.FromResult(true);

    public Task SetLockoutEnabledAsync(Person user, bool enabled, CancellationToken ct) => Task.CompletedTask;

    public void Dispose() { } // The context belongs to the scope.

    private async Task<IdentityResult> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
        }
    }
}
