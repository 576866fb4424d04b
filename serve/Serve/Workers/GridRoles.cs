namespace Fourfold.Serve.Workers;

/// <summary>What somebody is on a grid.</summary>
internal static class GridRoles
{
    /// <summary>网格长.</summary>
    public const string Lead = "lead";

    /// <summary>副网格长.</summary>
    public const string DeputyLead = "deputy-lead";

    /// <summary>常务网格长.</summary>
    public const string StandingLead = "standing-lead";

    /// <summary>网格员.</summary>
    public const string Worker = "worker";

    /// <summary>替班网格员: stands in for a worker on leave.</summary>
    public const string Deputy = "deputy";

    /// <summary>微网格长.</summary>
    public const string MicroLead = "micro-lead";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Lead, DeputyLead, StandingLead, Worker, Deputy, MicroLead];
}
