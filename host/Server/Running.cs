using Fourfold.Kernel.Storage;

namespace Fourfold.Server;

/// <summary>The lock that keeps two programs from working on one data folder. A killed program's lock is gone with it.</summary>
public static class Running
{
    /// <summary>Takes the lock, or null when somebody has it.</summary>
    public static FileStream? TryLock(string data)
    {
        PrivateFolder.Make(data);
        try
        {
            return new FileStream(
                Path.Combine(data, "running"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            return null;
        }
    }
}
