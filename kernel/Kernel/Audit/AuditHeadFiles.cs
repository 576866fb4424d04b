using System.Globalization;
using System.Text.Json;
using Fourfold.Kernel.Calendars;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.Configuration;

namespace Fourfold.Kernel.Audit;

/// <summary>Signed heads laid outside the database, one file a day: <c>data/audit/YYYY-MM-DD.json</c>, by local date.</summary>
/// <remarks>Whoever can write the database only cannot make these agree with another past. Copies elsewhere bind the server's administrator too.</remarks>
internal sealed class AuditHeadFiles(IConfiguration configuration)
{
    private static readonly JsonSerializerOptions Indented = new(StoredJson.Options) { WriteIndented = true };
    private readonly string folder = Path.Combine(configuration["Fourfold:Data"] ?? "data", "audit");

    /// <summary>Writes the file of a day, over an earlier one of that day.</summary>
    public void Write(DateTimeOffset at, IEnumerable<AuditHead> heads)
    {
        var day = at.ToOffset(WorkingDays.Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var written = heads.Select(h => new Written(
            h.Partition,
            h.Sealed,
            Convert.ToHexStringLower(h.Hash),
            h.At,
            h.KeyId,
            Convert.ToBase64String(h.Signature)
        ));
        DurableFile.Write(Path.Combine(folder, $"{day}.json"), JsonSerializer.SerializeToUtf8Bytes(written, Indented));
    }

    /// <summary>The heads of all days.</summary>
    /// <exception cref="InvalidDataException">A file is not as it was written.</exception>
    public IReadOnlyList<AuditHead> Read() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadFile)]
            : [];

    private static IEnumerable<AuditHead> ReadFile(string file)
    {
        try
        {
            var written = JsonSerializer.Deserialize<Written[]>(File.ReadAllBytes(file), StoredJson.Options) ?? [];
            return
            [
                .. written.Select(w => new AuditHead
                {
                    Partition = w.Partition,
                    Sealed = w.Sealed,
                    Hash = Convert.FromHexString(w.Hash),
                    At = w.At,
                    KeyId = w.KeyId,
                    Signature = Convert.FromBase64String(w.Signature),
                }),
            ];
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is not as it was written", fault);
        }
    }

    private sealed record Written(
        string Partition,
        long Sealed,
        string Hash,
        DateTimeOffset At,
        string KeyId,
        string Signature
    );
}
