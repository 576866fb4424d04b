using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Storage;

namespace Fourfold.Server.Backups;

/// <summary>Writes rows, files and keys of a Fourfold, running or not, into one archive that <see cref="Restore"/> takes back.</summary>
/// <remarks>
/// A gzip-compressed tar. Rows are copied first and files after them: files are kept by content and never change, so every file
/// a row speaks of is there. The last entry, <c>manifest.json</c>, names each entry with its SHA-256; an archive without it is cut short.
/// The archive holds keys and personal data: keep it as safe as the data folder.
/// </remarks>
public static class Backup
{
    /// <summary>Version of the archive's layout.</summary>
    public const int Format = 1;

    internal const string ManifestName = "manifest.json";
    internal const string RowsName = "rows";

    /// <summary>Folders of the data folder that are taken along.</summary>
    internal static readonly string[] Folders = ["files", "keys", "tls", "audit"];

    /// <summary>Single files that are taken along when present.</summary>
    internal static readonly string[] Files = ["demonstration"];

    /// <summary>Writes the archive, readable by its owner only; it appears under its name only when it is whole.</summary>
    /// <param name="options">Which Fourfold.</param>
    /// <param name="archive">The file to write; an existing one is replaced.</param>
    /// <param name="withRaw">Also the raw sensor bytes, which may be large.</param>
    /// <param name="clock">Dates the archive.</param>
    /// <param name="ct">Ends it; nothing is left behind.</param>
    /// <returns>Number of entries and bytes before compression.</returns>
    public static async Task<(int Entries, long Bytes)> Write(
        ServerOptions options,
        string archive,
        bool withRaw,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var store = FourfoldServer.StoreOf(options);
        var rows = Path.Combine(options.Data, $"backup-{Ids.NewGuid(clock):N}.rows");
        var unfinished = archive + ".unfinished";
        try
        {
            await using (new FileStream(rows, DurableFile.ForOwner(FileMode.CreateNew))) { }
            await store.Backup(rows, ct);
            List<BackupEntry> entries = [];
            File.Delete(unfinished); // One that is there would keep the rights it has.
            await using (var file = new FileStream(unfinished, DurableFile.ForOwner(FileMode.CreateNew)))
            await using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
            await using (var tar = new TarWriter(gzip, TarEntryFormat.Pax))
            {
                entries.Add(await Add(tar, rows, RowsName, ct));
                foreach (var (path, name) in Taken(options.Data, withRaw))
                {
                    // Retention may delete a file at any moment; the rows are older, so nothing that is newly needed is lost.
                    if (File.Exists(path))
                        entries.Add(await Add(tar, path, name, ct));
                }
                await AddManifest(tar, new BackupManifest(Format, store.Name, clock.GetUtcNow(), entries), ct);
            }
            File.Move(unfinished, archive, overwrite: true);
            return (entries.Count, entries.Sum(e => e.Size));
        }
        finally
        {
            File.Delete(rows);
            File.Delete(unfinished);
        }
    }

    private static IEnumerable<(string Path, string Name)> Taken(string data, bool withRaw)
    {
        foreach (var folder in withRaw ? [.. Folders, "raw"] : Folders)
        {
            var root = Path.Combine(data, folder);
            if (!Directory.Exists(root))
                continue;
            foreach (
                var path in Directory
                    .EnumerateFiles(root, "*", SearchOption.AllDirectories)
                    .Where(path => !DurableFile.IsUnfinished(path))
                    .Order(StringComparer.Ordinal)
            )
                yield return (path, Path.GetRelativePath(data, path).Replace('\\', '/'));
        }
        foreach (var name in Files.Where(name => File.Exists(Path.Combine(data, name))))
            yield return (Path.Combine(data, name), name);
    }

    private static async Task<BackupEntry> Add(TarWriter tar, string path, string name, CancellationToken ct)
    {
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
        var size = file.Length;
        file.Position = 0;
        var mode = OperatingSystem.IsWindows()
            ? UnixFileMode.UserRead | UnixFileMode.UserWrite
            : File.GetUnixFileMode(path); // A key that was its owner's alone stays so.
        await tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = file, Mode = mode },
            ct
        );
        return new BackupEntry(name, size, sha256);
    }

    private static async Task AddManifest(TarWriter tar, BackupManifest manifest, CancellationToken ct)
    {
        using var json = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, StoredJson.Options));
        await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, ManifestName) { DataStream = json }, ct);
    }
}

/// <summary>What an archive says of itself.</summary>
/// <param name="Format">Version of the layout.</param>
/// <param name="Store"><c>sqlite</c> or <c>postgres</c>; rows go back into the same kind.</param>
/// <param name="At">When it was begun, UTC.</param>
/// <param name="Entries">Everything in it.</param>
internal sealed record BackupManifest(int Format, string Store, DateTimeOffset At, IReadOnlyList<BackupEntry> Entries);

/// <summary>One file of an archive.</summary>
internal sealed record BackupEntry(string Name, long Size, string Sha256);
