using System.Text.RegularExpressions;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Architecture;

/// <summary>Is every file in the room its name promises, and no room a lumber-room?</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 500;

    private static readonly string[] ForbiddenFolders =
    [
        "Common",
        "Shared",
        "Utils",
        "Utilities",
        "Helpers",
        "Services",
        "Managers",
        "Misc",
    ];

    [Fact]
    public void No_source_file_is_longer_than_anyone_reads() =>
        Assert.Empty(
            Tree.Ending(".cs", ".ts", ".tsx", ".mjs", ".css", ".sh")
                .Where(path => !IsGenerated(path))
                .Select(path => (Path: path, Lines: File.ReadLines(Repository.At(path)).Count()))
                .Where(file => file.Lines > MostLines)
                .Select(file => $"{file.Path}: {file.Lines} lines")
        );

    [Fact]
    public void No_folder_is_named_for_having_no_name() =>
        Assert.Empty(
            Tree.Files.SelectMany(path => path.Split('/')[..^1])
                .Distinct(StringComparer.Ordinal)
                .Intersect(ForbiddenFolders, StringComparer.OrdinalIgnoreCase)
        );

    /// <summary>Texts for people are in the web's message files and in Data; code holds codes. Comments may name the trade.</summary>
    [Fact]
    public void No_text_for_people_is_in_code()
    {
        var found =
            from path in Tree.Ending(".cs")
            where !IsTest(path) && !path.Contains("/Data/", StringComparison.Ordinal) && !IsGenerated(path)
            from line in File.ReadLines(Repository.At(path)).Select((text, index) => (Text: text, Number: index + 1))
            where Chinese().IsMatch(Comment().Replace(line.Text, ""))
            select $"{path}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(found);
    }

    private static bool IsTest(string path) =>
        path.Contains("/Tests/", StringComparison.Ordinal)
        || path.StartsWith("host/Testing/", StringComparison.Ordinal);

    private static bool IsGenerated(string path) =>
        path.Contains("/Migrations/", StringComparison.Ordinal)
        || path.EndsWith("/generated.ts", StringComparison.Ordinal);

    [GeneratedRegex(@"(^|\s)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();
}
