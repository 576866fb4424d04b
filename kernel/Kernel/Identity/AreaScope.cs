namespace Fourfold.Kernel.Identity;

/// <summary>"Mine and below": the half-open range of area paths one may see. A path is a code cut by its level, so a subtree is a range.</summary>
/// <param name="Low">First path inside.</param>
/// <param name="High">First path outside.</param>
public readonly record struct AreaScope(string Low, string High)
{
    // ':' is the character after '9'.
    private const string AfterDigits = ":";

    /// <summary>Sees no area.</summary>
    public static readonly AreaScope Nothing = new("!", "!");

    /// <summary>Sees all areas: the system itself.</summary>
    public static readonly AreaScope Everything = new("", "~");

    /// <summary>The area with this path and all below it.</summary>
    public static AreaScope Below(string path) => path.Length == 0 ? Nothing : new(path, path + AfterDigits);

    /// <summary>Whether a path lies inside.</summary>
    public bool Holds(string path) => string.CompareOrdinal(path, Low) >= 0 && string.CompareOrdinal(path, High) < 0;
}
