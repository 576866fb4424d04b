namespace Fourfold.Serve.Sealing;

/// <summary>The keys that sensitive answers are sealed with, one pair a county. A key file by default; a KMS by another implementation.</summary>
public interface IKeyRing
{
    /// <summary>The keys that new values of a county are sealed with; the same until they are changed.</summary>
    /// <param name="county">Path of the county, 2 to 6 digits.</param>
    /// <param name="ct">Ends it.</param>
    ValueTask<CountyKeys> Current(string county, CancellationToken ct);

    /// <summary>The keys of this name; null when they are not there any more, and what they sealed is lost.</summary>
    ValueTask<CountyKeys?> Find(string keyId, CancellationToken ct);
}

/// <summary>The two keys of a county.</summary>
/// <param name="Id">Their name, stored beside each value: at most 64 characters, no secret.</param>
/// <param name="Seal">32 bytes, for AES-256-GCM.</param>
/// <param name="Match">32 bytes, for HMAC-SHA256.</param>
#pragma warning disable CA1819 // Keys are bytes; whoever holds them may do worse than change them.
public sealed record CountyKeys(string Id, byte[] Seal, byte[] Match);
#pragma warning restore CA1819
