using System.Security.Cryptography;
using System.Text;
using Fourfold.Contracts;

namespace Fourfold.Kernel.Files.Sealed;

/// <summary>Wraps a file's own key with its county's, bound to the file and to what it belongs to.</summary>
internal static class FileSeal
{
    private const int NonceBytes = 12;

    /// <summary>Bytes of a wrapped key: nonce, key, tag.</summary>
    public const int WrappedBytes = NonceBytes + SealedFrames.KeyBytes + SealedFrames.TagBytes;

    /// <summary>AES-256-GCM with a random nonce.</summary>
    public static byte[] Wrap(FileKey county, FileId id, string place, ReadOnlySpan<byte> key)
    {
        var wrapped = new byte[WrappedBytes];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(county.Bytes.Span, SealedFrames.TagBytes);
        aes.Encrypt(
            wrapped.AsSpan(0, NonceBytes),
            key,
            wrapped.AsSpan(NonceBytes, SealedFrames.KeyBytes),
            wrapped.AsSpan(NonceBytes + SealedFrames.KeyBytes),
            Bound(county, id, place)
        );
        return wrapped;
    }

    /// <summary>The file's key, 32 bytes.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It was changed, is another file's, or belongs elsewhere.</exception>
    public static byte[] Unwrap(FileKey county, FileId id, string place, byte[] wrapped)
    {
        if (wrapped.Length != WrappedBytes)
            throw new AuthenticationTagMismatchException();
        var key = new byte[SealedFrames.KeyBytes];
        using var aes = new AesGcm(county.Bytes.Span, SealedFrames.TagBytes);
        aes.Decrypt(
            wrapped.AsSpan(0, NonceBytes),
            wrapped.AsSpan(NonceBytes, SealedFrames.KeyBytes),
            wrapped.AsSpan(NonceBytes + SealedFrames.KeyBytes),
            key,
            Bound(county, id, place)
        );
        return key;
    }

    // Answers are sealed with the same key; their words begin otherwise.
    private static byte[] Bound(FileKey county, FileId id, string place) =>
        Encoding.UTF8.GetBytes($"file\n{county.Id}\n{id}\n{place}");
}
