using Fourfold.Contracts;

namespace Fourfold.Coordinate.Cases;

/// <summary>What is known when a case is opened.</summary>
internal sealed record CaseDraft
{
    public required string Origin { get; init; }
    public required CaseTitle Title { get; init; }
    public required string AreaPath { get; init; }
    public required string Class { get; init; }
    public required int Urgency { get; init; }
    public required int Level { get; init; }
    public GeoPoint? Position { get; init; }
    public AlertSummary? Alert { get; init; }
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>The grid it was reported in.</summary>
    public GridId? Grid { get; init; }

    /// <summary>What whoever was on the spot tells; null when it was opened at a desk.</summary>
    public CaseTold? Told { get; init; }

    /// <summary>Made up.</summary>
    public bool Simulated { get; init; }

    /// <summary>暂存: not handed in yet.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>A code with parameters, translated by the screen, or the words of who opened it.</summary>
/// <param name="Code">Such as <c>case.title.alert</c>, or null.</param>
/// <param name="Parameters">Names and numbers of the code, or null.</param>
/// <param name="Text">Words, at most 200 characters, or null.</param>
internal sealed record CaseTitle(string? Code, IReadOnlyDictionary<string, string?>? Parameters, string? Text);

/// <summary>Where a case comes from.</summary>
internal static class Origins
{
    public const string Alert = "alert";
    public const string Lead = "lead";
    public const string Patrol = "patrol";
    public const string Citizen = "citizen";
    public const string Hotline = "hotline";
    public const string Superior = "superior";
    public const string Dispute = "dispute";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Alert, Lead, Patrol, Citizen, Hotline, Superior, Dispute];
}
