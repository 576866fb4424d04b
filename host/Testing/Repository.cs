namespace Fourfold.Testing;

/// <summary>Where the repository is that these tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Fourfold.slnx</c>; <c>FOURFOLD_ROOT</c> names it, else it is looked for upwards.</summary>
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("FOURFOLD_ROOT") ?? Above(AppContext.BaseDirectory);

    /// <summary>The full path of a file of the repository, given with forward slashes.</summary>
    public static string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>A folder of the data handed out beside the repository, such as <c>ais</c>; null where it is not.</summary>
    public static string? SharedData(string folder)
    {
        var path = Path.Combine(Root, "..", "shared", "data", folder);
        return Directory.Exists(path) ? path : null;
    }

    /// <summary>A folder of the tools handed out beside the repository, such as <c>tracking</c>; null where it is not.</summary>
    public static string? SharedTools(string folder)
    {
        var path = Path.Combine(Root, "..", "shared", "tools", folder);
        return Directory.Exists(path) ? path : null;
    }

    private static string Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Fourfold.slnx")))
                return folder.FullName;
        throw new InvalidOperationException($"no Fourfold.slnx above {start}");
    }
}
