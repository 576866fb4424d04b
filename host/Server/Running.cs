using Fourfold.Kernel.Storage;

namespace Fourfold.Server;

/// <summary>The lock that keeps two programs from working on one data folder. A killed program's lock is gone with it.</summary>
public static class Running
{
    /// <summary>Takes the lock, or null when somebody has it; makes the folder when it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not.</exception>
    public static FileStream? TryLock(string data)
    {
        PrivateFolder.Make(data);
        return FileLock.TryTake(Path.Combine(data, "running"));
    }
}
