using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fourfold.Kernel.Audit;

/// <summary>The hash chain over a module's audit rows.</summary>
/// <remarks>
/// hash(n) = SHA-256(hash(n−1) ‖ bytes(n)), hash(0) = 32 zero bytes. bytes(n) are these fields in this order, each as a
/// big-endian 32-bit length and UTF-8 text, null as length FFFFFFFF: <c>fourfold.audit.1</c>, module, n in decimal, id
/// (8-4-4-4-12, lower case), time in Unix milliseconds, person, post, actor name, purpose, action, subject kind, subject
/// id, area path, details, correlation id. The sequence is not among them: it is the database's own.
/// </remarks>
internal static class AuditChain
{
    private const string Version = "fourfold.audit.1";

    /// <summary>What the first row is chained to.</summary>
    public static readonly byte[] Start = new byte[SHA256.HashSizeInBytes];

    /// <summary>The hash of a row as the n-th of its chain.</summary>
    public static byte[] HashOf(string module, long n, AuditRow row, byte[] previous)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(previous);
        foreach (var field in Fields(module, n, row))
            Append(sha, field);
        return sha.GetHashAndReset();
    }

    private static string?[] Fields(string module, long n, AuditRow row) =>
        [
            Version,
            module,
            n.ToString(CultureInfo.InvariantCulture),
            row.Id.ToString(),
            row.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            row.Person?.ToString(),
            row.Post?.ToString(),
            row.ActorName,
            row.Purpose,
            row.Action,
            row.SubjectKind,
            row.SubjectId,
            row.AreaPath,
            row.Details,
            row.CorrelationId,
        ];

    private static void Append(IncrementalHash sha, string? field)
    {
        Span<byte> length = stackalloc byte[4];
        var text = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteUInt32BigEndian(length, field is null ? uint.MaxValue : (uint)text.Length);
        sha.AppendData(length);
        sha.AppendData(text);
    }
}
