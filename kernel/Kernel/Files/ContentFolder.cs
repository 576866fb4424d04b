using System.Security.Cryptography;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Files;

/// <summary>Bytes by their hash: <c>data/files/ab/cd…</c>. A file is whole or not there, and never changes.</summary>
internal sealed class ContentFolder(IConfiguration configuration)
{
    private readonly string root = Path.Combine(configuration["Fourfold:Data"] ?? "data", "files");

    // How many are about to write a row that names these bytes.
    private readonly Dictionary<string, int> expected = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long stored;

    /// <summary>How often something was stored, to be asked before one looks whether a row names some bytes.</summary>
    public long Stored => Interlocked.Read(ref stored);

    /// <summary>Stores bytes durably and returns their hash, hex. Until <see cref="Named"/> they are not deleted.</summary>
    public string Store(ReadOnlySpan<byte> content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Expect(hash);
        var file = PathOf(hash);
        if (!IsThere(file))
            DurableFile.Write(file, content);
        return hash;
    }

    /// <summary>The same for bytes that are made as they are written. Sealed with a key of their own, they are no other row's: only the sweep looks for those that none names.</summary>
    public async Task<string> Store(Func<Stream, Task> write, CancellationToken ct)
    {
        // Where it belongs its hash will tell.
        var beside = DurableFile.Beside(Path.Combine(root, "making", "file"));
        try
        {
            string hash;
            await using (
                var file = new FileStream(beside, DurableFile.ForOwner(FileMode.CreateNew, FileAccess.ReadWrite))
            )
            {
                await write(file);
                await file.FlushAsync(ct);
                file.Flush(flushToDisk: true);
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            }
            Place(beside, hash);
            return hash;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>A row names the bytes now, or none will.</summary>
    public void Named(string hash)
    {
        lock (gate)
            if (expected.TryGetValue(hash, out var rows) && rows > 1)
                expected[hash] = rows - 1;
            else
                expected.Remove(hash);
    }

    /// <summary>Removes bytes that no row names. Where a row is about to be written, or anything was stored since one looked, they are left to the sweep.</summary>
    /// <param name="hash">Of the bytes, hex.</param>
    /// <param name="since">What <see cref="Stored"/> was before one looked; null when no other row can name them.</param>
    public void Delete(string hash, long? since = null)
    {
        lock (gate)
            if (!expected.ContainsKey(hash) && (since is null || since == stored) && File.Exists(PathOf(hash)))
                File.Delete(PathOf(hash));
    }

    /// <summary>Removes a file that was last written or stored before a limit, unless a row is about to be written that names it.</summary>
    /// <param name="hash">Its hash, or null of a leftover.</param>
    /// <param name="file">Its path.</param>
    /// <param name="limit">What is younger may still get its row.</param>
    /// <returns>Whether it was removed.</returns>
    public bool DeleteOld(string? hash, string file, DateTimeOffset limit)
    {
        lock (gate)
        {
            // Asked again: it may have been stored once more since one looked for its row.
            if (hash is not null && expected.ContainsKey(hash) || !File.Exists(file) || WrittenAt(file) >= limit)
                return false;
            File.Delete(file);
            return true;
        }
    }

    /// <summary>Takes over a file that was written and flushed elsewhere on the same disk, under the hash it has. Until <see cref="Named"/> it is not deleted.</summary>
    public void Take(string written, string hash)
    {
        Expect(hash);
        Place(written, hash);
    }

    private void Expect(string hash)
    {
        lock (gate)
        {
            stored++;
            expected[hash] = expected.GetValueOrDefault(hash) + 1;
        }
    }

    private void Place(string written, string hash)
    {
        var file = PathOf(hash);
        if (!IsThere(file))
            DurableFile.Place(written, file);
    }

    // What is there may be old and named by no row: it is young again, so that no sweep, of whichever server, takes it
    // before the row that is about to name it. Who wrote it may not have flushed its folder yet.
    private static bool IsThere(string file)
    {
        if (!File.Exists(file))
            return false;
        try
        {
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        catch (FileNotFoundException)
        {
            return false; // Deleted just now.
        }
        DurableFile.FlushFolder(Path.GetDirectoryName(file)!); // It lies in one.
        return true;
    }

    /// <summary>Opens the bytes for reading, or null when they are not there.</summary>
    public FileStream? Open(string hash)
    {
        try
        {
            return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Every stored file: hash (or null for a leftover of an interrupted write), path, and time of writing.</summary>
    public IEnumerable<(string? Hash, string File, DateTimeOffset At)> All()
    {
        if (!Directory.Exists(root))
            yield break;
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(Path.GetDirectoryName(file)) + Path.GetFileName(file);
            var whole = name.Length == 2 * SHA256.HashSizeInBytes && name.All(char.IsAsciiHexDigitLower);
            yield return (whole ? name : null, file, WrittenAt(file));
        }
    }

    private static DateTimeOffset WrittenAt(string file) => new(File.GetLastWriteTimeUtc(file), TimeSpan.Zero);

    private string PathOf(string hash) => Path.Combine(root, hash[..2], hash[2..]);
}
