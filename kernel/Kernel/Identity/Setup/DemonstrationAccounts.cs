namespace Fourfold.Kernel.Identity.Setup;

/// <summary>An account that was made just now, with its password in clear, for printing once.</summary>
/// <param name="UserName">For signing in.</param>
/// <param name="Password">Stored nowhere.</param>
/// <param name="DisplayName">Its made-up name.</param>
/// <param name="Role">One of <see cref="Contracts.Roles"/>.</param>
/// <param name="Purpose">The purpose this role usually signs in for.</param>
public sealed record DemonstrationAccount(
    string UserName,
    string Password,
    string DisplayName,
    string Role,
    string Purpose
);

/// <summary>The accounts made in this run; the host takes and prints them.</summary>
public sealed class DemonstrationAccounts
{
    private readonly List<DemonstrationAccount> made = [];

    internal void Add(DemonstrationAccount account) => made.Add(account);

    /// <summary>Hands them over and forgets them; empty the second time.</summary>
    public IReadOnlyList<DemonstrationAccount> Take()
    {
        var taken = made.ToArray();
        made.Clear();
        return taken;
    }
}
