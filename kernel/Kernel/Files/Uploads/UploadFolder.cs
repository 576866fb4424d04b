using Fourfold.Contracts;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Files.Uploads;

/// <summary>Bytes on their way in: <c>data/uploads/ID</c>. One writer at a time, also among several servers on one disk.</summary>
internal sealed class UploadFolder(IConfiguration configuration)
{
    private readonly string root = Path.Combine(configuration["Fourfold:Data"] ?? "data", "uploads");

    /// <summary>Makes the empty file unless it is there, so that its name outlives a crash.</summary>
    public void Make(FileId id)
    {
        if (File.Exists(PathOf(id)))
            return;
        PrivateFolder.Make(root);
        using (new FileStream(PathOf(id), DurableFile.ForOwner(FileMode.OpenOrCreate))) { }
        DurableFile.FlushFolder(root);
    }

    /// <summary>Opens for writing; false when somebody else is writing just now.</summary>
    /// <param name="stream">The bytes, or null when there is no file any more.</param>
    public bool TryOpen(FileId id, out FileStream? stream)
    {
        stream = null;
        try
        {
            // The system's lock of the open file: it ends with the process that holds it, however that ends.
            var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
            stream = new FileStream(PathOf(id), FileMode.Open, FileAccess.ReadWrite, share);
            return true;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Bytes that are there; 0 when there is no file.</summary>
    public long LengthOf(FileId id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    public string PathOf(FileId id) => Path.Combine(root, id.ToString());

    public void Delete(FileId id)
    {
        if (Directory.Exists(root))
            File.Delete(PathOf(id));
    }

    /// <summary>Writes over plain bytes that are sealed now, as far as the disk lets itself be told so.</summary>
    public static async Task Erase(FileStream file, CancellationToken ct)
    {
        var zeros = new byte[64 << 10];
        file.Position = 0;
        for (var left = file.Length; left > 0; left -= zeros.Length)
            await file.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), ct);
        await file.FlushAsync(ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Every upload that has bytes here, with the time of its last.</summary>
    public IEnumerable<(FileId Id, DateTimeOffset At)> All()
    {
        if (!Directory.Exists(root))
            yield break;
        foreach (var file in Directory.EnumerateFiles(root))
            if (FileId.TryParse(Path.GetFileName(file), null, out var id))
                yield return (id, new DateTimeOffset(File.GetLastWriteTimeUtc(file), TimeSpan.Zero));
    }

    /// <summary>Bytes that are free on the disk below.</summary>
    public long FreeBytes()
    {
        PrivateFolder.Make(root);
        return new DriveInfo(Path.GetFullPath(root)).AvailableFreeSpace;
    }
}
