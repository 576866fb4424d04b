using System.Text.RegularExpressions;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Architecture;

/// <summary>Is every file in the room its name promises, and no room a lumber-room?</summary>
public sealed partial class HouseTests
{
    private const int MostLines = 500;
    private const int MostReadmeLines = 60;
    private const int MostShared = 5;

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

    public static TheoryData<string, string> Modules
    {
        get
        {
            var modules = new TheoryData<string, string>();
            foreach (var (name, folder) in ProjectEdges.Modules)
                modules.Add(name, folder);
            return modules;
        }
    }

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

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_looks_like_its_neighbours(string name, string folder)
    {
        string[] front = [$"{name}Module.cs", $"{name}Db.cs", $"{name}Options.cs", "README.md"];
        var here = Tree
            .Files.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal))
            .Select(path => path[(folder.Length + 1)..])
            .Where(path => !path.Contains('/', StringComparison.Ordinal))
            .ToArray();
        // The kernel has no limits that an operator sets.
        var missing = front.Except(here).Except(["KernelOptions.cs"]).ToArray();
        Assert.Empty(missing);
        // What several nouns share stands beside them; more than a handful is a lumber-room.
        Assert.InRange(here.Except([.. front, $"Fourfold.{name}.csproj"]).Count(), 0, MostShared);
        Assert.InRange(File.ReadLines(Repository.At($"{folder}/README.md")).Count(), 5, MostReadmeLines);
    }

    /// <summary>Texts for people are in the web's message files and in Data; code holds codes. Comments may name the trade.</summary>
    [Fact]
    public void No_text_for_people_is_in_code()
    {
        var found =
            from path in Tree.Ending(".cs")
            where !IsTest(path) && !IsData(path) && !IsGenerated(path)
            from line in File.ReadLines(Repository.At(path)).Select((text, index) => (Text: text, Number: index + 1))
            where Chinese().IsMatch(Comment().Replace(line.Text, ""))
            select $"{path}:{line.Number}: {line.Text.Trim()}";
        Assert.Empty(found);
    }

    // The simulator's scenarios name the places and zones they make up: data that is written in C#.
    private static bool IsData(string path) =>
        path.Contains("/Data/", StringComparison.Ordinal)
        || path.StartsWith("host/Simulator/Strait/", StringComparison.Ordinal);

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
