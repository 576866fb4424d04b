using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Identity.People;

/// <summary>What holds for each person's details.</summary>
internal static class PeopleRules
{
    private const int MaximumDisplayName = 60;

    /// <exception cref="Refused">422 <c>person.display-name-length</c>.</exception>
    public static void RequireDisplayName(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > MaximumDisplayName)
            throw Refused.Invalid("person.display-name-length", "displayName").With("maximum", MaximumDisplayName);
    }
}
