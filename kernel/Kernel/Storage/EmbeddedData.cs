using System.Reflection;
using System.Text.Json;

namespace Fourfold.Kernel.Storage;

/// <summary>Data that comes with the program, inside an assembly: words, seeds, lists. Without them the program is not whole.</summary>
public static class EmbeddedData
{
    /// <summary>Opens a resource for reading; the caller disposes it.</summary>
    /// <param name="home">The assembly that holds it.</param>
    /// <param name="resource">Its logical name, whole.</param>
    /// <exception cref="InvalidOperationException">It is not there; the message names it and the assembly.</exception>
    public static Stream Open(Assembly home, string resource) =>
        home.GetManifestResourceStream(resource)
        ?? throw new InvalidOperationException($"{resource} is not in the assembly {home.GetName().Name}");

    /// <summary>A resource as text, UTF-8.</summary>
    /// <inheritdoc cref="Open"/>
    public static string Text(Assembly home, string resource)
    {
        using var reader = new StreamReader(Open(home, resource));
        return reader.ReadToEnd();
    }

    /// <summary>A resource of JSON, read as <see cref="StoredJson"/> reads.</summary>
    /// <inheritdoc cref="Open"/>
    /// <exception cref="JsonException">It is not JSON of that shape, or null; the message names it and the assembly.</exception>
    public static T Json<T>(Assembly home, string resource)
        where T : class
    {
        using var stream = Open(home, resource);
        try
        {
            return JsonSerializer.Deserialize<T>(stream, StoredJson.Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException fault)
        {
            throw new JsonException($"{resource} in the assembly {home.GetName().Name}: {fault.Message}", fault);
        }
    }
}
