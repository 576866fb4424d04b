namespace Fourfold.Forms;

/// <summary>What to collect: one immutable version of a form. Written and read by <see cref="FormJson"/>.</summary>
public sealed record FormSpec
{
    /// <summary>Stable name of the form, <c>[a-z][a-z0-9_]*</c>, at most 40 characters; the same in all versions.</summary>
    public required string Code { get; init; }

    /// <summary>From 1 upwards; a submission keeps the version it was filled with.</summary>
    public int Version { get; init; } = 1;

    public required FormText Title { get; init; }

    /// <summary>May be filled only while a declared emergency is on; who publishes it enforces that.</summary>
    public bool EmergencyOnly { get; init; }

    /// <summary>Number of the personal information impact assessment (PIPL art. 55); needed for a sensitive field.</summary>
    public string? AssessmentNumber { get; init; }

    public IReadOnlyList<FormItem> Items { get; init; } = [];

    /// <summary>Lists of choices by name; a field refers to one by <see cref="FormItem.Choices"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FormChoice>> ChoiceLists { get; init; } =
        new Dictionary<string, IReadOnlyList<FormChoice>>(StringComparer.Ordinal);
}
