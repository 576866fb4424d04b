using System.Security.Cryptography;
using System.Text;
using Fourfold.Serve.Submissions;

namespace Fourfold.Serve.Sealing;

/// <summary>Encrypts an answer and opens it again. What is moved to another submission, field or key does not open.</summary>
internal static class Seal
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>AES-256-GCM with a random nonce, the tag at the end.</summary>
    public static (byte[] Nonce, byte[] Ciphertext) Close(
        CountyKeys keys,
        SubmissionId submission,
        string path,
        string json
    )
    {
        var plain = Encoding.UTF8.GetBytes(json);
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var sealedBytes = new byte[plain.Length + TagBytes];
        using var aes = new AesGcm(keys.Seal, TagBytes);
        aes.Encrypt(
            nonce,
            plain,
            sealedBytes.AsSpan(0, plain.Length),
            sealedBytes.AsSpan(plain.Length),
            Place(keys, submission, path)
        );
        return (nonce, sealedBytes);
    }

    /// <summary>The answer's JSON.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, or moved from elsewhere.</exception>
    public static string Open(CountyKeys keys, SealedValue value)
    {
        var length = value.Ciphertext.Length - TagBytes;
        var plain = new byte[length];
        using var aes = new AesGcm(keys.Seal, TagBytes);
        aes.Decrypt(
            value.Nonce,
            value.Ciphertext.AsSpan(0, length),
            value.Ciphertext.AsSpan(length),
            plain,
            Place(keys, value.Submission, value.Path)
        );
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Equal for equal texts of a county, and telling nothing to whoever lacks its key.</summary>
    public static byte[] Match(CountyKeys keys, string text) =>
        HMACSHA256.HashData(keys.Match, Encoding.UTF8.GetBytes(text.Trim()));

    private static byte[] Place(CountyKeys keys, SubmissionId submission, string path) =>
        Encoding.UTF8.GetBytes($"{keys.Id}\n{submission}\n{path}");
}
