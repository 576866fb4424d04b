using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Identity.Setup;

/// <summary>Whether there is anybody at all; asked of the store until there is.</summary>
internal sealed class SetupState(IServiceScopeFactory scopes)
{
    private bool peopled;

    /// <summary>Whether nobody exists yet who could sign in.</summary>
    public async ValueTask<bool> IsNeeded(CancellationToken ct)
    {
        if (peopled)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        peopled = await scope
            .ServiceProvider.GetRequiredService<KernelDb>()
            .People.AnyAsync(p => p.PasswordHash != null, ct);
        return !peopled;
    }
}
