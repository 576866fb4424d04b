using Fourfold.Contracts;
using Fourfold.Serve.Forms;

namespace Fourfold.Serve.Sealing;

/// <summary>Lends the counties' keys to whoever seals pictures and films.</summary>
internal sealed class FileKeys(IKeyRing ring) : IFileKeys
{
    public async ValueTask<FileKey> Current(string area, CancellationToken ct) =>
        Of(await ring.Current(AreaPaths.CountyOf(area), ct));

    public async ValueTask<FileKey?> Find(string keyId, CancellationToken ct) =>
        await ring.Find(keyId, ct) is { } keys ? Of(keys) : null;

    private static FileKey Of(CountyKeys keys) => new(keys.Id, keys.Seal);
}
