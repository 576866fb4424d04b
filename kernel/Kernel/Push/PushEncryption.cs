using System.Security.Cryptography;

namespace Fourfold.Kernel.Push;

/// <summary>Encrypts a message so that only the browser that made the subscription reads it; the push service in between does not.</summary>
/// <remarks>RFC 8291, §3: an ephemeral key on P-256, the browser's key and its secret give the key of an <c>aes128gcm</c> body.</remarks>
internal static class PushEncryption
{
    /// <summary>Bytes of an uncompressed point on P-256.</summary>
    public const int PointLength = 65;

    /// <summary>Bytes of the browser's secret.</summary>
    public const int SecretLength = 16;

    /// <summary>What every push service takes (RFC 8030, §7.2).</summary>
    public const int RecordSize = 4096;

    private const int SaltLength = 16;
    private const int FieldLength = 32;
    private const byte Uncompressed = 4;

    /// <summary>Encrypts with a fresh key and salt. All bodies up to <paramref name="length"/> bytes are equally long.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] browserKey, byte[] browserSecret, int length)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var padding = Math.Max(0, length - message.Length);
        return Encrypt(message, browserKey, browserSecret, own, RandomNumberGenerator.GetBytes(SaltLength), padding);
    }

    /// <summary>Encrypts with what is given.</summary>
    /// <exception cref="CryptographicException">The browser's key is no point of the curve.</exception>
    public static byte[] Encrypt(
        ReadOnlySpan<byte> message,
        byte[] browserKey,
        byte[] browserSecret,
        ECDiffieHellman own,
        byte[] salt,
        int padding = 0
    )
    {
        using var browser = KeyOf(browserKey);
        var ownKey = PointOf(own.ExportParameters(false));
        var shared = own.DeriveRawSecretAgreement(browser.PublicKey);
        byte[] info = [.. "WebPush: info\0"u8, .. browserKey, .. ownKey];
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, FieldLength, browserSecret, info);
        return PushContent.Encrypt(message, key, salt, ownKey, RecordSize, padding);
    }

    /// <summary>Whether bytes are an uncompressed point on P-256.</summary>
    public static bool IsPoint(byte[] bytes)
    {
        try
        {
            using var key = KeyOf(bytes);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>A public key as 65 bytes: 4, x, y.</summary>
    public static byte[] PointOf(ECParameters key) => [Uncompressed, .. key.Q.X!, .. key.Q.Y!]; // A public key has both.

    private static ECDiffieHellman KeyOf(byte[] point)
    {
        if (point.Length != PointLength || point[0] != Uncompressed)
            throw new CryptographicException("not an uncompressed point on P-256");
        return ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[1..(1 + FieldLength)], Y = point[(1 + FieldLength)..] },
            }
        );
    }
}
