using System.Text.Json;

namespace Fourfold.Forms.OpenRosa;

/// <summary>Words of an XForm that no form holds: yes and no.</summary>
internal static class XFormWords
{
    public static FormText Yes { get; } = Read("true");

    public static FormText No { get; } = Read("false");

    private static FormText Read(string name)
    {
        using var stream =
            typeof(XFormWords).Assembly.GetManifestResourceStream("Fourfold.Forms.OpenRosa.words.json")
            ?? throw new InvalidDataException("words.json");
        using var words = JsonDocument.Parse(stream);
        var word = words.RootElement.GetProperty(name);
        return new FormText(word.GetProperty("zh").GetString() ?? "", word.GetProperty("en").GetString() ?? "");
    }
}
