using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Fourfold.Serve.Sealing;

/// <summary>A file of secrets, readable by its owner only; each county's keys are derived from the first. Made when missing.</summary>
/// <remarks>
/// <c>{"secrets": [{"id", "value"}]}</c>, 32 bytes in Base64. A new one goes to the front, and the old ones stay
/// for what they sealed. HKDF-SHA256 (RFC 5869) without salt; the info names use and county, so that no county's keys tell
/// of another's. Whoever loses the file loses the values: it belongs into the backup, away from the database.
/// </remarks>
internal sealed class KeyFile(IConfiguration configuration, IOptions<ServeOptions> options) : IKeyRing
{
    private const int SecretBytes = 32;
    private const int KeyBytes = 32;
    private const int IdDigits = 8;

    private readonly string file =
        options.Value.KeyFile ?? Path.Combine(configuration["Fourfold:Data"] ?? "data", "keys", "forms.json");
    private readonly ConcurrentDictionary<string, CountyKeys> known = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private IReadOnlyList<Secret>? secrets;

    public ValueTask<CountyKeys> Current(string county, CancellationToken ct) =>
        ValueTask.FromResult(Derive(Secrets()[0], county));

    public ValueTask<CountyKeys?> Find(string keyId, CancellationToken ct)
    {
        var secret = keyId.Split(':') is [var id, _] ? Secrets().FirstOrDefault(s => s.Id == id) : null;
        return ValueTask.FromResult(secret is null ? null : Derive(secret, keyId[(secret.Id.Length + 1)..]));
    }

    private CountyKeys Derive(Secret secret, string county) =>
        known.GetOrAdd(
            $"{secret.Id}:{county}",
            id => new CountyKeys(id, Key(secret, "seal", county), Key(secret, "match", county))
        );

    private static byte[] Key(Secret secret, string use, string county) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Convert.FromBase64String(secret.Value),
            KeyBytes,
            info: Encoding.UTF8.GetBytes($"fourfold forms {use} {county}")
        );

    private IReadOnlyList<Secret> Secrets()
    {
        lock (gate)
            return secrets ??= File.Exists(file) ? Read() : Make();
    }

    private List<Secret> Read()
    {
        var read = JsonSerializer.Deserialize<Content>(File.ReadAllText(file), StoredJson.Options)?.Secrets ?? [];
        return read.Count > 0 && read.All(s => Convert.FromBase64String(s.Value).Length == SecretBytes)
            ? read
            : throw new InvalidDataException($"{file}: no secrets of {SecretBytes} bytes");
    }

    private List<Secret> Make()
    {
        var bytes = RandomNumberGenerator.GetBytes(SecretBytes);
        List<Secret> made =
        [
            new(Convert.ToHexStringLower(SHA256.HashData(bytes))[..IdDigits], Convert.ToBase64String(bytes)),
        ];
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(made), StoredJson.Options);
        // Where another server on this folder was first, what it seals must be opened here, too.
        return DurableFile.TryCreate(file, content) ? made : Read();
    }

    private sealed record Content(List<Secret> Secrets);

    private sealed record Secret(string Id, string Value);
}
