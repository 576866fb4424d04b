namespace Fourfold.Kernel.Identity.Setup;

/// <summary>The link by which the first administrator is made, while there is nobody at all. The host prints it at start.</summary>
public sealed class SetupLinks
{
    private readonly SetupState setup;

    internal SetupLinks(SetupState setup) => this.setup = setup;

    internal OneTimeToken Token { get; } = new();

    /// <summary>Held while somebody follows the link, so that two at once make one administrator.</summary>
    internal SemaphoreSlim OneAtATime { get; } = new(1, 1);

    /// <summary>The path <c>/setup/…</c> to print, or null when somebody exists already.</summary>
    public async Task<string?> CreateIfNeeded(CancellationToken ct) =>
        await setup.IsNeeded(ct) ? $"/setup/{Token.Issue()}" : null;

    internal async Task<bool> Opens(string token, CancellationToken ct) => Token.Is(token) && await setup.IsNeeded(ct);
}
