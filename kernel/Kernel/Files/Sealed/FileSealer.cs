using System.Security.Cryptography;
using Fourfold.Contracts;
using Fourfold.Kernel.Problems;

namespace Fourfold.Kernel.Files.Sealed;

/// <summary>Seals files and opens them, each with a key of its own that its county's key wraps.</summary>
/// <param name="rings">Whoever has counties' keys; without one nothing can be sealed.</param>
/// <param name="folder">Where sealed bytes lie among all others.</param>
internal sealed class FileSealer(IEnumerable<IFileKeys> rings, ContentFolder folder)
{
    /// <summary>Where a file belongs as long as it belongs nowhere.</summary>
    public const string Nowhere = "";

    private readonly IFileKeys? ring = rings.SingleOrDefault();

    /// <summary>Stores the bytes sealed; the plain ones are for the caller to remove.</summary>
    public async Task<SealedBytes> Close(FileId id, string area, string place, Stream plain, CancellationToken ct)
    {
        var county = await Current(area, ct);
        var key = RandomNumberGenerator.GetBytes(SealedFrames.KeyBytes);
        try
        {
            var hash = await folder.Store(to => SealedFrames.Seal(key, plain, to, ct), ct);
            return new SealedBytes(hash, county.Id, FileSeal.Wrap(county, id, place, key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Binds a sealed file to another place, and to the key of that place's county; its bytes stay as they are.</summary>
    public async Task<SealedBytes> Move(FileRow file, string area, string place, CancellationToken ct)
    {
        var county = await Current(area, ct);
        var key = await KeyOf(file, ct);
        try
        {
            return new SealedBytes(file.Sha256, county.Id, FileSeal.Wrap(county, file.Id, place, key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The plain bytes, or null when the stored ones are gone.</summary>
    /// <exception cref="Refused">503 <c>sealing.key-missing</c>, <c>sealing.broken</c>.</exception>
    public async Task<Stream?> Open(FileRow file, CancellationToken ct)
    {
        var key = await KeyOf(file, ct);
        var stored = folder.Open(file.Sha256);
        if (stored is null)
            return null;
        try
        {
            return SealedStream.Open(stored, key);
        }
        catch (AuthenticationTagMismatchException)
        {
            await stored.DisposeAsync();
            throw Broken(file);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private async Task<byte[]> KeyOf(FileRow file, CancellationToken ct)
    {
        var county = file.KeyId is { } id && ring is not null ? await ring.Find(id, ct) : null;
        if (county is null)
            throw new Refused("sealing.key-missing", 503).With("key", file.KeyId);
        try
        {
            return FileSeal.Unwrap(county, file.Id, file.SealedFor ?? Nowhere, file.WrappedKey ?? []);
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Broken(file);
        }
    }

    private async ValueTask<FileKey> Current(string area, CancellationToken ct) =>
        ring is null ? throw new Refused("sealing.key-missing", 503) : await ring.Current(area, ct);

    private static Refused Broken(FileRow file) => new Refused("sealing.broken", 503).With("file", file.Id.ToString());
}

/// <summary>What a sealed file's row says of it.</summary>
/// <param name="Sha256">Hex, of the sealed bytes.</param>
/// <param name="KeyId">The county's key.</param>
/// <param name="WrappedKey">The file's own key, wrapped with it.</param>
internal sealed record SealedBytes(string Sha256, string KeyId, byte[] WrappedKey);
