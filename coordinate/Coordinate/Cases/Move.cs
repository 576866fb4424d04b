using Fourfold.Contracts;

namespace Fourfold.Coordinate.Cases;

/// <summary>A transition with all that is said with it; units, files and deadlines are already looked up.</summary>
internal sealed record Move(string Name)
{
    public string? Reason { get; init; }
    public string? Note { get; init; }
    public UnitSummary? Unit { get; init; }
    public IReadOnlyList<UnitSummary> Units { get; init; } = [];

    /// <summary>The new deadline of an extension.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Counted from now by the urgency that will hold; for transitions that start the clock.</summary>
    public DateTimeOffset? Deadline { get; init; }
    public int? Level { get; init; }
    public int? Urgency { get; init; }
    public string? Class { get; init; }

    /// <summary>The case that goes on, for a merge.</summary>
    public Case? Master { get; init; }

    /// <summary><c>yellow</c> or <c>red</c>.</summary>
    public string? Card { get; init; }
    public Ratings? Ratings { get; init; }

    /// <summary>How often the requester was called without an answer.</summary>
    public int? Contacts { get; init; }
    public IReadOnlyList<FileId> Photos { get; init; } = [];
    public GeoPoint? Position { get; init; }

    /// <summary>It follows from a work order; what is to be said is said there.</summary>
    public bool ByWorkOrder { get; init; }

    /// <summary>Whether a member of the request that a transition needs is there.</summary>
    public bool Has(string need) =>
        need switch
        {
            "reason" => !string.IsNullOrEmpty(Reason),
            "note" => !string.IsNullOrWhiteSpace(Note),
            "unitId" => Unit is not null,
            "unitIds" => Units.Count > 0,
            "dueAt" => DueAt is not null,
            "duplicateOf" => Master is not null,
            "card" => Card is not null,
            "ratings" => Ratings is not null,
            "contacts" => Contacts is not null,
            "photos" => Photos.Count >= 2, // One before, one after.
            _ => throw new ArgumentOutOfRangeException(nameof(need), need, "the machine needs what nobody can say"),
        };
}

/// <summary>What the requester answered.</summary>
internal sealed record Ratings(bool Contacted, bool Solved, bool Satisfied);
