namespace Fourfold.Kernel.Storage;

/// <summary>A lock that is a file: gone with the process that held it, however that ended.</summary>
public static class FileLock
{
    // What flock(2) answers on Linux and on macOS, and a sharing violation on Windows.
    private const int WouldBlock = 11;
    private const int WouldBlockMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Takes it, or null when another process has it.</summary>
    /// <exception cref="IOException">The file cannot be made or opened: a full or read-only disk.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static FileStream? TryTake(string file)
    {
        var options = DurableFile.ForOwner(FileMode.OpenOrCreate);
        (options.Access, options.Share) = (FileAccess.ReadWrite, FileShare.None);
        try
        {
            return new FileStream(file, options);
        }
        catch (IOException fault) when (fault.HResult is WouldBlock or WouldBlockMac or SharingViolation)
        {
            return null;
        }
    }
}
