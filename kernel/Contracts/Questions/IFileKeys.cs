namespace Fourfold.Contracts;

/// <summary>The keys that sensitive pictures and films are sealed with, one a county. Serve answers, from the ring that seals answers.</summary>
public interface IFileKeys
{
    /// <summary>The key that new files of an area's county are sealed with.</summary>
    /// <param name="area">Path of any area.</param>
    /// <param name="ct">Ends it.</param>
    ValueTask<FileKey> Current(string area, CancellationToken ct);

    /// <summary>The key of this name; null when it is not there any more, and what it sealed is lost.</summary>
    ValueTask<FileKey?> Find(string keyId, CancellationToken ct);
}

/// <summary>A county's key. It wraps the files' own keys.</summary>
/// <param name="Id">Its name, stored beside each file: at most 64 characters, no secret.</param>
/// <param name="Bytes">32 bytes, for AES-256-GCM.</param>
public sealed record FileKey(string Id, ReadOnlyMemory<byte> Bytes);
