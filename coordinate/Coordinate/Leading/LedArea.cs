using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;

namespace Fourfold.Coordinate.Leading;

/// <summary>The area somebody looks at as its leader: their own, or one below it.</summary>
internal static class LedArea
{
    /// <summary>Its path.</summary>
    /// <exception cref="Refused">422 <c>area.out-of-scope</c>.</exception>
    public static string Of(string? asked, Actor actor)
    {
        var path = string.IsNullOrEmpty(asked) ? actor.AreaPath : asked;
        return path.Length is > 0 and <= 15 && path.All(char.IsAsciiDigit) && actor.Scope.Holds(path)
            ? path
            : throw Refused.Invalid("area.out-of-scope", "area");
    }
}
