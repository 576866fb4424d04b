namespace Fourfold.Kernel.Seeding;

/// <summary>Fills one module's tables with its part of a made-up province. All parts together are one transaction: all of it or nothing.</summary>
public interface IProvinceSeed
{
    /// <summary>Parts run in this order: kernel 10 (units, people), Serve 20 (grids), Coordinate 30 (cases).</summary>
    int Order { get; }

    /// <summary>What of this module is there that nobody made up, such as <c>units</c>, or a province already; null when there is nothing.</summary>
    Task<string?> Real(CancellationToken ct);

    /// <summary>Adds the rows, each marked as made up. The context is in the transaction already; what it saves is not committed here.</summary>
    Task Seed(ProvincePlan plan, CancellationToken ct);
}
