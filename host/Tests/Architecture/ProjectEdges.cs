using System.Xml.Linq;
using Fourfold.Testing;

namespace Fourfold.Host.Tests.Architecture;

/// <summary>
/// Which project may use which: host → modules → kernel and their own pure code → Geo. A module never uses another
/// module; they meet in Contracts. A new line here needs a sentence saying why.
/// </summary>
internal static class ProjectEdges
{
    private static readonly string[] Kernel = ["Kernel", "Contracts", "Geo"];

    /// <summary>Everything outside <c>host/</c> and the tests. The host may use anything.</summary>
    public static IReadOnlyDictionary<string, string[]> Allowed { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Geo"] = [],
            ["Contracts"] = ["Geo"],
            ["Kernel"] = ["Contracts", "Geo"],
            ["Codecs"] = ["Geo"],
            ["Tracking"] = ["Geo"],
            // A detector judges tracks.
            ["Behaviour"] = ["Tracking", "Geo"],
            ["Sense"] = [.. Kernel, "Codecs", "Tracking", "Behaviour"],
            ["Coordinate"] = Kernel,
            // A form and its answers: pure, but for the script engine and the workbook reader it needs.
            ["Forms"] = [],
            ["Serve"] = [.. Kernel, "Forms"],
            ["Settle"] = Kernel,
        };

    /// <summary>Bytes and numbers in, values out: no framework, no package, no store.</summary>
    public static IReadOnlyList<string> Pure { get; } = ["Geo", "Contracts", "Codecs", "Tracking", "Behaviour"];

    /// <summary>The four parts and the kernel: the same inside.</summary>
    public static IReadOnlyList<(string Name, string Folder)> Modules { get; } =
    [
        .. new (string Name, string Folder)[]
        {
            ("Kernel", "kernel/Kernel"),
            ("Sense", "sense/Sense"),
            ("Coordinate", "coordinate/Coordinate"),
            ("Serve", "serve/Serve"),
            ("Settle", "settle/Settle"),
        }.Where(module => Directory.Exists(Repository.At(module.Folder))),
    ];

    public static IReadOnlyList<Project> All { get; } = [.. Tree.Ending(".csproj").Select(Project.Read)];

    internal sealed record Project(string Name, string Path, string[] Uses, string[] Packages, string[] Frameworks)
    {
        public bool IsTest => Path.Contains("/Tests/", StringComparison.Ordinal);
        public bool IsHost => Path.StartsWith("host/", StringComparison.Ordinal);

        public static Project Read(string path)
        {
            var xml = XDocument.Load(Repository.At(path));
            return new Project(
                Short(path),
                path,
                [.. Included("ProjectReference").Select(Short)],
                // Analyzers work at build time; nothing of them is in what is built.
                [.. Included("PackageReference").Where(name => !name.EndsWith("Analyzers", StringComparison.Ordinal))],
                [.. Included("FrameworkReference")]
            );

            IEnumerable<string> Included(string element) =>
                xml.Descendants(element).Select(e => (string?)e.Attribute("Include") ?? "");
        }

        private static string Short(string path) =>
            System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("Fourfold.", "");
    }
}
