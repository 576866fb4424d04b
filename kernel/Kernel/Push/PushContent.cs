using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Fourfold.Kernel.Push;

/// <summary>Encrypted content-encoding <c>aes128gcm</c>: a header, then records that are each sealed on their own.</summary>
/// <remarks>RFC 8188, §2. Header: salt (16), record size (4, big-endian), length of the key's name (1), the name.</remarks>
internal static class PushContent
{
    /// <summary>Bytes of a record that are not content: the tag and the delimiter.</summary>
    public const int Overhead = TagLength + 1;

    private const int TagLength = 16;
    private const int SaltLength = 16;
    private const byte LastRecord = 2;
    private const byte MoreRecords = 1;

    /// <summary>Encrypts.</summary>
    /// <param name="content">What is to be kept secret.</param>
    /// <param name="key">Input keying material, any length.</param>
    /// <param name="salt">16 random bytes, never used twice with one key.</param>
    /// <param name="keyName">Goes into the header in clear; at most 255 bytes.</param>
    /// <param name="recordSize">Bytes of a sealed record, more than <see cref="Overhead"/>.</param>
    /// <param name="padding">Zeros put behind the content of the first record, so that its length says less.</param>
    public static byte[] Encrypt(
        ReadOnlySpan<byte> content,
        byte[] key,
        byte[] salt,
        ReadOnlySpan<byte> keyName,
        int recordSize,
        int padding = 0
    )
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(salt.Length, SaltLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keyName.Length, byte.MaxValue);
        ArgumentOutOfRangeException.ThrowIfLessThan(recordSize, Overhead + 1 + padding);
        var contentKey = Derive(key, salt, "Content-Encoding: aes128gcm\0"u8, 16);
        var nonce = Derive(key, salt, "Content-Encoding: nonce\0"u8, 12);
        using var aes = new AesGcm(contentKey, TagLength);
        using var output = new MemoryStream();
        WriteHeader(output, salt, recordSize, keyName);
        for (var sequence = 0UL; ; sequence++)
        {
            var pad = sequence == 0 ? padding : 0;
            var taken = Math.Min(recordSize - Overhead - pad, content.Length);
            var last = taken == content.Length;
            var plain = new byte[taken + 1 + pad];
            content[..taken].CopyTo(plain);
            plain[taken] = last ? LastRecord : MoreRecords;
            var cipher = new byte[plain.Length];
            var tag = new byte[TagLength];
            aes.Encrypt(NonceOf(nonce, sequence), plain, cipher, tag);
            output.Write(cipher);
            output.Write(tag);
            if (last)
                return output.ToArray();
            content = content[taken..];
        }
    }

    private static void WriteHeader(MemoryStream output, byte[] salt, int recordSize, ReadOnlySpan<byte> keyName)
    {
        output.Write(salt);
        Span<byte> size = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(size, recordSize);
        output.Write(size);
        output.WriteByte((byte)keyName.Length);
        output.Write(keyName);
    }

    private static byte[] Derive(byte[] key, byte[] salt, ReadOnlySpan<byte> info, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, length, salt, info.ToArray());

    // The record's number is laid over the last eight bytes, so that no two records share a nonce.
    private static byte[] NonceOf(byte[] nonce, ulong sequence)
    {
        var own = (byte[])nonce.Clone();
        var tail = own.AsSpan(own.Length - sizeof(ulong));
        BinaryPrimitives.WriteUInt64BigEndian(tail, BinaryPrimitives.ReadUInt64BigEndian(tail) ^ sequence);
        return own;
    }
}
