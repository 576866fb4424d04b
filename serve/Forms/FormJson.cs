using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Fourfold.Forms;

/// <summary>A form as JSON: camelCase, enumerations by name, nothing unknown.</summary>
public static class FormJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 32,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write(FormSpec spec) => JsonSerializer.Serialize(spec, Options);

    /// <summary>Reads a form; a fault names the place. Whether the form makes sense is <see cref="FormChecker"/>'s matter.</summary>
    public static bool TryRead(
        string json,
        [NotNullWhen(true)] out FormSpec? spec,
        [NotNullWhen(false)] out FormFault? fault
    )
    {
        (spec, fault) = (null, null);
        if (json.Length > FormLimits.SpecLength)
        {
            fault = new FormFault("", "too-large", 0, Invariant(FormLimits.SpecLength));
            return false;
        }
        try
        {
            spec = JsonSerializer.Deserialize<FormSpec>(json, Options);
        }
        catch (JsonException bad)
        {
            fault = new FormFault(Pointer(bad.Path), "unreadable");
            return false;
        }
        if (spec is null || HasHoles(spec))
            (spec, fault) = (null, new FormFault("", "unreadable"));
        return spec is not null;
    }

    // The reader keeps null out of members, and not out of lists and tables.
    private static bool HasHoles(FormSpec spec) =>
        HasHoles(spec.Items)
        || spec.ChoiceLists.Values.Any(list =>
            list is null || list.Any(choice => choice is null || choice.Attributes.Values.Any(value => value is null))
        );

    private static bool HasHoles(IReadOnlyList<FormItem> items) =>
        items.Any(item => item is null || HasHoles(item.Items));

    internal static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // "$.items[3].label" of the reader → "/items/3/label".
    private static string Pointer(string? path) =>
        (path ?? "$")
            .Replace("['", "/", StringComparison.Ordinal)
            .Replace("']", "", StringComparison.Ordinal)
            .Replace("[", "/", StringComparison.Ordinal)
            .Replace("]", "", StringComparison.Ordinal)
            .Replace(".", "/", StringComparison.Ordinal)
            .TrimStart('$');
}
