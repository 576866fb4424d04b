using System.Security.Cryptography;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Sealing;

/// <summary>This Fourfold's own signing key: ECDSA on P-256 with SHA-256, in <c>data/keys/sealing.pem</c>, made at the first start.</summary>
/// <remarks>Its public half lies beside it as <c>sealing.pub.pem</c>; give that to whoever is to verify.</remarks>
internal sealed class SealingKey : IDisposable
{
    private readonly ECDsa key;

    public SealingKey(IConfiguration configuration)
    {
        var folder = KeyFolder.Of(configuration).FullName;
        key = ReadOrMake(Path.Combine(folder, "sealing.pem"));
        var spki = key.ExportSubjectPublicKeyInfo();
        Id = Convert.ToHexStringLower(SHA256.HashData(spki))[..16];
        var publicFile = Path.Combine(folder, "sealing.pub.pem");
        if (!File.Exists(publicFile))
            File.WriteAllText(publicFile, PemEncoding.WriteString("PUBLIC KEY", spki) + "\n");
    }

    /// <summary>First 16 hex digits of the SHA-256 of the public key (SubjectPublicKeyInfo).</summary>
    public string Id { get; }

    /// <summary>Signs; the signature is r ‖ s, 64 bytes (IEEE P1363).</summary>
    public byte[] Sign(ReadOnlySpan<byte> data) => key.SignData(data.ToArray(), HashAlgorithmName.SHA256);

    /// <summary>Whether the signature is ours.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        key.VerifyData(data, signature, HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();

    private static ECDsa ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            DurableFile.Write(file, System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        }
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }
}
