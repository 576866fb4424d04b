using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Fourfold.Kernel.Files.Sealed;

/// <summary>Encrypts a file in frames, so that none of it need be held whole and any part can be read by itself.</summary>
/// <remarks>
/// STREAM of Hoang, Reyhanitabar, Rogaway and Vizár (Crypto 2015) over AES-256-GCM: frames of 65,536 bytes, the last
/// shorter and never empty but in an empty file, each followed by its tag of 16 bytes. A frame's nonce is three zeros, its
/// number (8 bytes, big-endian, from 0) and 1 for the last, else 0. The key is the file's own, so that no nonce comes twice, and
/// a frame that was moved, repeated, left out or cut off does not open.
/// </remarks>
internal static class SealedFrames
{
    /// <summary>Bytes of a file's key.</summary>
    public const int KeyBytes = 32;

    /// <summary>Plain bytes of a frame.</summary>
    public const int PlainBytes = 64 << 10;
    public const int TagBytes = 16;

    /// <summary>Stored bytes of a frame.</summary>
    public const int StoredBytes = PlainBytes + TagBytes;
    private const int NonceBytes = 12;

    /// <summary>Plain bytes that so many stored ones hold; null when they are no sealed file's.</summary>
    public static long? PlainLength(long stored)
    {
        var frames = Math.Max(1, (stored + StoredBytes - 1) / StoredBytes);
        var last = stored - ((frames - 1) * StoredBytes);
        return last > TagBytes || stored == TagBytes ? stored - (frames * TagBytes) : null;
    }

    /// <summary>Reads to the end of one and writes all of it, sealed, to the other.</summary>
    public static async Task Seal(ReadOnlyMemory<byte> key, Stream plain, Stream to, CancellationToken ct)
    {
        using var aes = new AesGcm(key.Span, TagBytes);
        var (now, next) = (new byte[PlainBytes], new byte[PlainBytes]);
        var frame = new byte[StoredBytes];
        var count = await plain.ReadAtLeastAsync(now, PlainBytes, throwOnEndOfStream: false, ct);
        for (long number = 0; ; number++)
        {
            var after =
                count < PlainBytes ? 0 : await plain.ReadAtLeastAsync(next, PlainBytes, throwOnEndOfStream: false, ct);
            Close(aes, number, after == 0, now.AsSpan(0, count), frame);
            await to.WriteAsync(frame.AsMemory(0, count + TagBytes), ct);
            if (after == 0)
                break;
            (now, next, count) = (next, now, after);
        }
        CryptographicOperations.ZeroMemory(now);
        CryptographicOperations.ZeroMemory(next);
    }

    /// <summary>Opens one frame.</summary>
    /// <exception cref="AuthenticationTagMismatchException">It is not this frame of this file.</exception>
    public static void Open(AesGcm aes, long number, bool isLast, ReadOnlySpan<byte> frame, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Number(nonce, number, isLast);
        var count = frame.Length - TagBytes;
        aes.Decrypt(nonce, frame[..count], frame[count..], plain[..count]);
    }

    private static void Close(AesGcm aes, long number, bool isLast, ReadOnlySpan<byte> plain, Span<byte> frame)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        Number(nonce, number, isLast);
        aes.Encrypt(nonce, plain, frame[..plain.Length], frame.Slice(plain.Length, TagBytes));
    }

    private static void Number(Span<byte> nonce, long number, bool isLast)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], number);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
    }
}
