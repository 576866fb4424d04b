using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fourfold.Kernel.Storage;

/// <summary>How values are written into rows and events: camelCase, ids as strings, nulls left out. Read leniently: unknown members are ignored.</summary>
public static class StoredJson
{
    /// <summary>Shared, read-only options.</summary>
    public static readonly JsonSerializerOptions Options = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        options.Converters.Add(new IdJson());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
