using System.Globalization;
using Fourfold.Kernel.Storage;

namespace Fourfold.Serve.Residents;

/// <summary>Words of the pages for residents, which are written here and not by the web front: they work on any phone, without scripts.</summary>
internal sealed class ResidentWords
{
    private const string Folder = "Fourfold.Serve.Residents.Data.";

    private static readonly Dictionary<string, Dictionary<string, string>> All = EmbeddedData.Json<
        Dictionary<string, Dictionary<string, string>>
    >(typeof(ResidentWords).Assembly, Folder + "words.json");

    private readonly Dictionary<string, string> own;

    private ResidentWords(string language, Dictionary<string, string> words) => (Language, own) = (language, words);

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The other one, to change to.</summary>
    public string Other => Language == "zh" ? "en" : "zh";

    /// <summary>Of a language; Chinese when it is none of ours.</summary>
    public static ResidentWords In(string? language) =>
        language == "en" ? new ResidentWords("en", All["en"]) : new ResidentWords("zh", All["zh"]);

    /// <summary>One text.</summary>
    public string this[string key] => own[key];

    /// <summary>One text with a number in its place <c>{days}</c>.</summary>
    public string Days(string key, int days) =>
        own[key].Replace("{days}", days.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Keys, for the test that holds both languages side by side.</summary>
    internal static IReadOnlyDictionary<string, Dictionary<string, string>> Catalogues => All;

    /// <summary>A style sheet or another text beside the words.</summary>
    internal static string Text(string name) => EmbeddedData.Text(typeof(ResidentWords).Assembly, Folder + name);
}
