using System.Globalization;
using Fourfold.Kernel.Storage;

namespace Fourfold.Server.Terminal;

/// <summary>What is said at the terminal, in both languages at once: nobody has chosen one yet. Kept in <c>Data/texts.json</c>.</summary>
internal static class TerminalTexts
{
    private static readonly Dictionary<string, string> Texts = EmbeddedData.Json<Dictionary<string, string>>(
        typeof(TerminalTexts).Assembly,
        "terminal-texts.json"
    );

    /// <summary>The text of a key, with what belongs into its places.</summary>
    public static string Of(string key, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Texts[key], values);
}
