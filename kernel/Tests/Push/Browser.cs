using System.Security.Cryptography;
using System.Text.Json;

namespace Fourfold.Kernel.Tests.Push;

/// <summary>A browser's half of Web Push, written from RFC 8291 and 8188 alone: it shares no line with what encrypts.</summary>
internal sealed class Browser
{
    private readonly ECDiffieHellman own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(16);
    public byte[] Key { get; private init; } = [];

    public static Browser New()
    {
        var browser = new Browser();
        var point = browser.own.ExportParameters(false).Q;
        return new Browser(browser.own) { Key = [4, .. point.X!, .. point.Y!] };
    }

    private Browser() { }

    private Browser(ECDiffieHellman own) => this.own = own;

    /// <summary>Opens a body of one record.</summary>
    public JsonElement Open(byte[] body)
    {
        var salt = body[..16];
        Assert(body[16..20] is [0, 0, 16, 0], "record size");
        var nameLength = body[20];
        var sender = body[21..(21 + nameLength)];
        var record = body[(21 + nameLength)..];
        using var theirs = ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = sender[1..33], Y = sender[33..65] },
            }
        );
        // HMAC by HMAC, as the standards write it, and not by the framework's HKDF.
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var prk = HMACSHA256.HashData(Secret, shared);
        var ikm = HMACSHA256.HashData(prk, (byte[])[.. "WebPush: info\0"u8, .. Key, .. sender, 1]);
        var root = HMACSHA256.HashData(salt, ikm);
        var key = HMACSHA256.HashData(root, (byte[])[.. "Content-Encoding: aes128gcm\0"u8, 1])[..16];
        var nonce = HMACSHA256.HashData(root, (byte[])[.. "Content-Encoding: nonce\0"u8, 1])[..12];
        var plain = new byte[record.Length - 16];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(nonce, record[..^16], record[^16..], plain);
        var end = Array.FindLastIndex(plain, b => b != 0);
        Assert(plain[end] == 2, "delimiter of the last record");
        return JsonDocument.Parse(plain[..end]).RootElement.Clone();
    }

    private static void Assert(bool holds, string what)
    {
        if (!holds)
            throw new InvalidDataException(what);
    }
}
