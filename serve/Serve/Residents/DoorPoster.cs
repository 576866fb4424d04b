using System.Text.Encodings.Web;

namespace Fourfold.Serve.Residents;

/// <summary>A page to print and hang up: the name of the grid, the code, and the address for who cannot scan.</summary>
internal static class DoorPoster
{
    private static readonly string Style = ResidentWords.Text("poster.css");

    /// <param name="words">In which language.</param>
    /// <param name="grid">Name of the grid.</param>
    /// <param name="address">Where the code leads.</param>
    /// <param name="paper"><c>a4</c> or <c>a6</c>.</param>
    public static string Write(ResidentWords words, string grid, string address, string paper)
    {
        var (width, height) = paper == "a6" ? (105, 148) : (210, 297);
        var name = Safe(grid);
        return $$"""
            <!doctype html>
            <html lang="{{words["lang"]}}">
            <meta charset="utf-8">
            <title>{{name}} · {{Safe(words["title"])}}</title>
            <style>@page { size: {{width}}mm {{height}}mm; margin: 0 } :root { --w: {{width}}mm; --h: {{height}}mm }
            {{Style}}</style>
            <p class="hint">{{Safe(words["poster.print"])}}</p>
            <main>
            <h1>{{Safe(words["poster.scan"])}}</h1>
            <p class="place">{{name}}</p>
            {{DoorCode.Svg(address, grid)}}
            <p class="text">{{Safe(words["poster.text"])}}</p>
            <p class="danger">{{Safe(words["poster.danger"])}}</p>
            <p class="address">{{Safe(address)}}</p>
            </main>
            </html>
            """;
    }

    private static string Safe(string text) => HtmlEncoder.Default.Encode(text);
}
