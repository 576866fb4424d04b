using System.Runtime.CompilerServices;

namespace Fourfold.Coordinate.Tests;

/// <summary>Files beside the repository that a clone may not have.</summary>
internal static class SharedData
{
    /// <summary>The file, or null.</summary>
    public static string? Find(string path, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Repository(here), "..", "shared", path);
        return File.Exists(file) ? file : null;
    }

    /// <summary>The root of the repository these tests were built in.</summary>
    public static string Repository([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!); // A file has a folder.
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fourfold.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("no Fourfold.slnx above the tests");
    }
}
