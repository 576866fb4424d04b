using System.Text.Json;

namespace Fourfold.Kernel.Storage;

/// <summary>
/// Text that every store takes. What a client keeps until it is taken must be told so if it never can be, or it comes for ever.
/// </summary>
public static class StorableText
{
    /// <summary>Its beginning, at most so many UTF-16 code units of it, and no half of a sign outside the basic plane.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>Whether all texts of a JSON value are whole Unicode without U+0000, which PostgreSQL does not take.</summary>
    public static bool Holds(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => !value.GetString()!.Contains('\0', StringComparison.Ordinal), // A string, so not null.
                JsonValueKind.Array => value.EnumerateArray().All(Holds),
                JsonValueKind.Object => value
                    .EnumerateObject()
                    .All(m => !m.Name.Contains('\0', StringComparison.Ordinal) && Holds(m.Value)),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a sign outside the basic plane: the reader lets it stand until it is asked for.
            return false;
        }
    }
}
