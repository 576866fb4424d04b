using Fourfold.Testing;

namespace Fourfold.Host.Tests.Architecture;

/// <summary>The repository's own files: nothing built, fetched or recorded.</summary>
internal static class Tree
{
    private static readonly string[] NotOurs = [".git", "artifacts", "node_modules", "dist", "test-results"];

    /// <summary>Paths relative to the root, with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [.. Walk(Repository.Root).Select(Relative).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Ending(params string[] extensions) =>
        Files.Where(path => extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    public static string Read(string path) => File.ReadAllText(Repository.At(path));

    public static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(inner);
            var recorded = name == "data" && folder == Repository.Root;
            if (NotOurs.Contains(name, StringComparer.Ordinal) || recorded)
                continue;
            foreach (var file in Walk(inner))
                yield return file;
        }
    }
}
