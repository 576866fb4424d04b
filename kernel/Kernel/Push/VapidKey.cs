using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Push;

/// <summary>
/// Says to a push service who sends: a key on P-256 in <c>data/keys/push.pem</c>, made at the first use. Browsers bind a
/// subscription to it: with another key they would all have to be made anew.
/// </summary>
/// <remarks>RFC 8292: a JWT signed with ES256 for the service's origin, and the public key beside it.</remarks>
internal sealed class VapidKey : IDisposable
{
    /// <summary>How long a token is good for; a service takes at most 24 h.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly ECDsa key;
    private readonly string? contact;

    public VapidKey(IConfiguration configuration, IOptions<PushOptions> options)
    {
        var file = Path.Combine(KeyFolder.Of(configuration).FullName, "push.pem");
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            DurableFile.Write(file, System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n"));
        }
        key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        contact = options.Value.Contact;
        PublicKey = Base64Url.EncodeToString(PushEncryption.PointOf(key.ExportParameters(false)));
    }

    /// <summary>The public key as browsers take it: an uncompressed point, base64url.</summary>
    public string PublicKey { get; }

    /// <summary>Value of the header <c>Authorization</c> for a service, such as <c>https://push.example.net</c>.</summary>
    public string Authorization(string origin, DateTimeOffset now) => $"vapid t={Token(origin, now)}, k={PublicKey}";

    public void Dispose() => key.Dispose();

    private string Token(string origin, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object> { ["aud"] = origin, ["exp"] = (now + Life).ToUnixTimeSeconds() };
        if (!string.IsNullOrEmpty(contact))
            claims["sub"] = contact;
        var text = $"{Part("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Part(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256);
        return $"{text}.{Part(signature)}";
    }

    private static string Part(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
