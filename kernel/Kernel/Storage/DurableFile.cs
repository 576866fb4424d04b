using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Fourfold.Kernel.Storage;

/// <summary>Writes a file so that after a crash it is either whole or not there.</summary>
public static partial class DurableFile
{
    private const int ReadOnly = 0;
    private const string Unfinished = ".part";

    /// <summary>Writes beside, flushes to the disk, renames over, and flushes the folder. Readable by its owner only.</summary>
    public static void Write(string file, ReadOnlySpan<byte> content)
    {
        var beside = Beside(file);
        try
        {
            WriteBeside(beside, content);
            Place(beside, file);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Writes a file that is not there yet: of many that try at once, in whichever process, one does.</summary>
    /// <returns>False when there is one; it is left as it is.</returns>
    public static bool TryCreate(string file, ReadOnlySpan<byte> content)
    {
        var beside = Beside(file);
        try
        {
            WriteBeside(beside, content);
            if (OperatingSystem.IsWindows() || Link(beside, file) != 0)
            {
                if (File.Exists(file))
                    return false;
                // On Unix it looks first and then renames, so that two may think that they were first: only where there are no links.
                File.Move(beside, file, overwrite: false);
            }
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
        finally
        {
            File.Delete(beside);
        }
        FlushFolder(FolderOf(file));
        return true;
    }

    /// <summary>A name that nothing has, in the folder of a file (made when missing), to write under before the file gets its own; <see cref="IsUnfinished"/> knows it.</summary>
    internal static string Beside(string file)
    {
        PrivateFolder.Make(FolderOf(file));
        return $"{file}.{RandomNumberGenerator.GetHexString(12)}{Unfinished}";
    }

    /// <summary>Gives a file that was written and flushed on the same disk its name, over one that has it, and flushes the folder.</summary>
    internal static void Place(string written, string file)
    {
        var folder = FolderOf(file);
        PrivateFolder.Make(folder);
        File.Move(written, file, overwrite: true);
        FlushFolder(folder);
    }

    private static void WriteBeside(string beside, ReadOnlySpan<byte> content)
    {
        using var stream = new FileStream(beside, ForOwner(FileMode.CreateNew));
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!; // A file has a folder.

    /// <summary>Whether a file is one that is still being written, and will have another name or none.</summary>
    public static bool IsUnfinished(string file) => file.EndsWith(Unfinished, StringComparison.Ordinal);

    /// <summary>How to make a file that nobody but its owner can read from its first moment, whatever the umask.</summary>
    public static FileStreamOptions ForOwner(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Without this, the name of a new file may be lost though its bytes are safe.</summary>
    internal static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0)
            return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string path);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
