using System.Reflection;
using System.Text.Json;

namespace Fourfold.Contracts;

/// <summary>A member of a request or an answer that is one of few words or numbers; the API's description tells them.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class OneOfAttribute : Attribute
{
    /// <summary>The words of a list of codes, or of an enumeration as it stands on the wire.</summary>
    /// <param name="words">A class with public constants, or an enumeration, written in kebab-case.</param>
    public OneOfAttribute(Type words) =>
        Values = words.IsEnum
            ? [.. Enum.GetNames(words).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]
            :
            [
                .. words
                    .GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Where(field => field is { IsLiteral: true, FieldType: var type } && type == typeof(string))
                    .Select(field => (string)field.GetRawConstantValue()!),
            ];

    /// <summary>These words or numbers.</summary>
    public OneOfAttribute(params object[] values) => Values = values;

    /// <summary>Strings, or whole numbers.</summary>
    public IReadOnlyList<object> Values { get; }
}
