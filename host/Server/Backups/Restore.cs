using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Fourfold.Kernel.Storage;

namespace Fourfold.Server.Backups;

/// <summary>Takes an archive of <see cref="Backup"/> back into an empty data folder. The server must not be running.</summary>
public static class Restore
{
    /// <summary>Checks the whole archive first and changes nothing when it is not sound.</summary>
    /// <exception cref="InvalidDataException">The archive is cut short, changed, of another store, or of a newer format.</exception>
    /// <exception cref="InvalidOperationException">The data folder or the database already holds a Fourfold, or the rows could not be written.</exception>
    public static async Task Read(ServerOptions options, string archive, CancellationToken ct)
    {
        PrivateFolder.Make(options.Data);
        var store = FourfoldServer.StoreOf(options);
        if (Backup.Folders.Any(folder => Directory.Exists(Path.Combine(options.Data, folder))))
            throw new InvalidOperationException(
                $"{options.Data} already holds a Fourfold; restore into an empty folder"
            );
        // The database is another place than the folder, and may be the one in daily use.
        if (await store.HoldsRows(ct))
            throw new InvalidOperationException("the database already holds a Fourfold; restore into an empty one");
        var unpacked = Path.Combine(options.Data, "restore.unfinished");
        DeleteFolder(unpacked);
        try
        {
            var manifest = await Unpack(archive, PrivateFolder.Make(unpacked).FullName, ct);
            await Check(manifest, unpacked, store.Name, ct);
            // Rows first, all or none: when the database refuses them, the folder is still an empty one.
            await store.Restore(Path.Combine(unpacked, Backup.RowsName), ct);
            foreach (var entry in manifest.Entries.Where(e => e.Name != Backup.RowsName))
            {
                var target = Path.Combine(options.Data, entry.Name);
                PrivateFolder.Make(Path.GetDirectoryName(target) ?? options.Data);
                File.Move(Path.Combine(unpacked, entry.Name), target, overwrite: true);
            }
        }
        finally
        {
            DeleteFolder(unpacked);
        }
    }

    private static async Task<BackupManifest> Unpack(string archive, string folder, CancellationToken ct)
    {
        BackupManifest? manifest = null;
        try
        {
            await using var file = new FileStream(archive, FileMode.Open, FileAccess.Read);
            await using var gzip = new GZipStream(file, CompressionMode.Decompress);
            await using var tar = new TarReader(gzip);
            while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
            {
                if (entry.EntryType is not TarEntryType.RegularFile || entry.DataStream is null)
                    throw new InvalidDataException($"{entry.Name}: not a plain file");
                // Whatever the archive says: an older one, or one from elsewhere, may be generous.
                entry.Mode &= UnixFileMode.UserRead | UnixFileMode.UserWrite;
                if (entry.Name == Backup.ManifestName)
                    manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(
                        entry.DataStream,
                        StoredJson.Options,
                        ct
                    );
                else
                    await entry.ExtractToFileAsync(Inside(folder, entry.Name), overwrite: false, ct);
            }
        }
        catch (Exception fault) when (fault is EndOfStreamException or JsonException)
        {
            throw new InvalidDataException("the archive is cut short or changed", fault);
        }
        return manifest ?? throw new InvalidDataException("the archive has no manifest: it is cut short");
    }

    // An archive from elsewhere may name paths that lead out of the folder.
    private static string Inside(string folder, string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException($"{name}: leads out of the archive");
        PrivateFolder.Make(Path.GetDirectoryName(path) ?? folder);
        return path;
    }

    private static async Task Check(BackupManifest manifest, string folder, string store, CancellationToken ct)
    {
        if (manifest.Format > Backup.Format)
            throw new InvalidDataException($"the archive's format {manifest.Format} is newer than this program");
        if (manifest.Store != store)
            throw new InvalidDataException(
                $"the archive holds rows of {manifest.Store}, this Fourfold keeps them in {store}"
            );
        foreach (var entry in manifest.Entries)
        {
            var path = Inside(folder, entry.Name);
            if (!File.Exists(path))
                throw new InvalidDataException($"{entry.Name}: missing");
            await using var file = File.OpenRead(path);
            var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            if (!string.Equals(sha256, entry.Sha256, StringComparison.Ordinal))
                throw new InvalidDataException($"{entry.Name}: its bytes are not those that were backed up");
        }
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
