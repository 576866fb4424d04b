using System.Text.Json.Serialization.Metadata;

namespace Fourfold.Kernel.Problems;

/// <summary>What a body must hold: a member that may not be null may not be left out either.</summary>
/// <remarks>Else it reaches its handler as null, and becomes a fault where it is first used.</remarks>
internal static class BodyMembers
{
    /// <summary>Makes members required that are neither nullable nor have a default; values without one stay zero.</summary>
    public static void Require(JsonTypeInfo type)
    {
        foreach (var member in type.Properties)
            if (
                !member.PropertyType.IsValueType
                && member.AssociatedParameter is { HasDefaultValue: false, IsNullable: false }
            )
                member.IsRequired = true;
    }
}
