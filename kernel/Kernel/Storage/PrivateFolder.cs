namespace Fourfold.Kernel.Storage;

/// <summary>Folders that only their owner may enter, from the moment they exist and whatever the umask.</summary>
public static class PrivateFolder
{
    /// <summary>The folder, made when missing with those on the way to it; one that is there keeps the rights it has.</summary>
    public static DirectoryInfo Make(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);
        // The mode is given to the last folder only: made by themselves, those on the way would be open to everybody.
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Directory.Exists(full))
            return new DirectoryInfo(full);
        var above = Path.GetDirectoryName(full);
        if (above is not null && !Directory.Exists(above))
            Make(above);
        var made = Directory.CreateDirectory(
            full,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        // What is flushed in it is lost all the same when its own name is.
        if (above is not null)
            DurableFile.FlushFolder(above);
        return made;
    }
}
