using System.Security.Cryptography;
using System.Text.Json;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Sealing;
using Fourfold.Serve.Submissions;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Unmasking;

/// <summary>Opens what a consented request asks for, to who asked and while the consent holds.</summary>
internal sealed class SealedValues(ServeDb db, IKeyRing keys)
{
    /// <summary>The request, if it is open to whoever acts.</summary>
    /// <exception cref="Refused">404 <c>unmask.unknown</c>; 403 <c>unmask.not-consented</c>.</exception>
    public async Task<UnmaskRequest> Consented(SubmissionId id, UnmaskRequestId request, CancellationToken ct)
    {
        var asked =
            await db.UnmaskRequests.FirstOrDefaultAsync(r => r.Id == request && r.Submission == id, ct)
            ?? throw Refused.NotFound("unmask.unknown");
        asked.RequireOpen(db.Actor.Person, db.Clock.GetUtcNow());
        return asked;
    }

    /// <summary>The values by pointer; null for what was deleted meanwhile.</summary>
    /// <exception cref="Refused">503 <c>sealing.key-missing</c>, <c>sealing.broken</c>.</exception>
    public async Task<IReadOnlyDictionary<string, JsonElement?>> Open(UnmaskRequest asked, CancellationToken ct)
    {
        var rows = await db
            .SealedValues.AsNoTracking()
            .Where(v => v.Submission == asked.Submission && asked.Fields.Contains(v.Path))
            .ToDictionaryAsync(v => v.Path, StringComparer.Ordinal, ct);
        var values = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
        foreach (var path in asked.Fields)
            values[path] = rows.TryGetValue(path, out var row) ? await Open(row, ct) : null;
        return values;
    }

    private async Task<JsonElement> Open(SealedValue row, CancellationToken ct)
    {
        var pair =
            row.KeyId is { } id && await keys.Find(id, ct) is { } found
                ? found
                : throw new Refused("sealing.key-missing", 503).With("key", row.KeyId);
        try
        {
            return SpecText.Parse(Seal.Open(pair, row));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new Refused("sealing.broken", 503).With("path", row.Path);
        }
    }

    /// <summary>Whether a text stands anywhere in a value, such as a picture's name in the rounds of a repeat.</summary>
    public static bool Has(JsonElement value, string text) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() == text,
            JsonValueKind.Array => value.EnumerateArray().Any(one => Has(one, text)),
            JsonValueKind.Object => value.EnumerateObject().Any(one => Has(one.Value, text)),
            _ => false,
        };
}
