namespace Fourfold.Forms.Validation;

/// <summary>What judging one submission may cost. The defaults allow the largest form ten times over.</summary>
public sealed record FormValidatorOptions
{
    /// <summary>Engines, and so submissions at once; each holds a few MB.</summary>
    public int Engines { get; init; } = 4;

    /// <summary>Time of one submission, wall clock; one that takes longer is tried once more.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time of one pattern on one answer; an honest one takes microseconds, and a busy machine may stand still for tenths of a second.</summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a submission waits for an engine.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes one submission may allocate.</summary>
    public long MemoryBytes { get; init; } = 256L << 20;

    /// <summary>Calls inside one another.</summary>
    public int Recursion { get; init; } = 200;

    /// <summary>Submissions after which an engine is made anew, so that nothing it keeps grows for ever.</summary>
    public int SubmissionsPerEngine { get; init; } = 2_000;
}
