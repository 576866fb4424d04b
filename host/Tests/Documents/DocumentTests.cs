using System.Text.RegularExpressions;
using Fourfold.Host.Tests.Architecture;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Documents;

/// <summary>What the documents promise, held against the tree.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_link_leads_somewhere()
    {
        var broken =
            from path in Tree.Ending(".md")
            from Match link in Link().Matches(Tree.Read(path))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            let full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.At(path))!, target))
            where !File.Exists(full) && !Directory.Exists(full) && !IsScreenshot(target)
            select $"{path} → {target}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_option_of_up_is_described()
    {
        var described = Tree.Read("docs/reference/options.md");
        var options = Option().Matches(Tree.Read("host/Cli/Up/UpCommand.cs")).Select(match => match.Value.Trim('"'));
        Assert.NotEmpty(options);
        Assert.All(options, option => Assert.Contains($"`{option}", described, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_of_the_environment_is_described()
    {
        var described = Tree.Read("docs/reference/options.md");
        var variables = Tree.Ending(".cs")
            .SelectMany(path => Variable().Matches(Tree.Read(path)).Select(match => match.Value.Trim('"')))
            .Where(name => name != "FOURFOLD_ROOT") // set by ./fourfold test for the tests, by nobody else
            .Distinct(StringComparer.Ordinal);
        Assert.All(variables, variable => Assert.Contains($"`{variable}`", described, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sense/Sense/SenseOptions.cs")]
    [InlineData("coordinate/Coordinate/CoordinateOptions.cs")]
    [InlineData("serve/Serve/ServeOptions.cs")]
    public void Every_option_of_a_module_is_described(string path)
    {
        var described = Tree.Read("docs/reference/options.md");
        var options = Property().Matches(Tree.Read(path)).Select(match => match.Groups["name"].Value);
        Assert.NotEmpty(options);
        var missing = options
            .Except(["PinnedFeeds"]) // Feeds of this run come from the command line.
            .Where(name => !described.Contains($"`{name}`", StringComparison.Ordinal))
            .ToArray();
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_problem_code_is_described()
    {
        var described = Tree.Read("docs/reference/problems.md");
        var missing = Tree.Ending(".cs")
            .Where(path => !path.Contains("/Tests/", StringComparison.Ordinal))
            .SelectMany(path => Refusal().Matches(Tree.Read(path)).Select(match => match.Groups["code"].Value))
            .Distinct(StringComparer.Ordinal)
            .Where(code => !described.Contains($"`{code}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    // Made by the browser tests, after these have run.
    private static bool IsScreenshot(string target) => target.Contains("docs/images/", StringComparison.Ordinal);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("\"--[a-z-]+\"")]
    private static partial Regex Option();

    [GeneratedRegex(@"public \S+ (?<name>\w+) \{ get; (set|init); \}")]
    private static partial Regex Property();

    [GeneratedRegex("\"FOURFOLD_[A-Z_]+\"")]
    private static partial Regex Variable();

    [GeneratedRegex("""Refused(\.\w+)?\(\s*"(?<code>[a-z0-9.-]+)""")]
    private static partial Regex Refusal();
}
