using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Serve.Forms;
using Fourfold.Serve.Sealing;
using Fourfold.Serve.Submissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Serve.Unmasking;

/// <summary>Opens sensitive answers to whoever asked, while the consent holds. Each look is written down.</summary>
internal static class ReadValues
{
    /// <param name="SubmissionId">Whose answers.</param>
    /// <param name="RequestId">What they are shown for.</param>
    /// <param name="ValidUntil">Masked again then.</param>
    /// <param name="Values">By pointer; null for what was deleted meanwhile.</param>
    internal sealed record ValuesView(
        SubmissionId SubmissionId,
        UnmaskRequestId RequestId,
        DateTimeOffset? ValidUntil,
        IReadOnlyDictionary<string, JsonElement?> Values
    );

    public static void Map(IEndpointRouteBuilder submissions) =>
        submissions
            .MapGet("/{id}/values", Handle)
            .WithName("ReadSealedValues")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .NeedsPurpose(Permission.SubmissionsUnmask, ListSubmissions.For);

    private static async Task<Ok<ValuesView>> Handle(
        SubmissionId id,
        UnmaskRequestId request,
        HttpContext http,
        ServeDb db,
        IKeyRing keys,
        CancellationToken ct
    )
    {
        var asked =
            await db.UnmaskRequests.FirstOrDefaultAsync(r => r.Id == request && r.Submission == id, ct)
            ?? throw Refused.NotFound("unmask.unknown");
        asked.RequireOpen(db.Actor.Person, db.Clock.GetUtcNow());
        var rows = await db
            .SealedValues.AsNoTracking()
            .Where(v => v.Submission == id && asked.Fields.Contains(v.Path))
            .ToDictionaryAsync(v => v.Path, StringComparer.Ordinal, ct);
        var values = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
        foreach (var path in asked.Fields)
            values[path] = rows.TryGetValue(path, out var row) ? await Open(row, keys, ct) : null;
        // Written down before it is shown.
        db.Audit(
            "submission.unmasked",
            "submission",
            id.ToString(),
            new
            {
                Request = request,
                asked.Fields,
                asked.Purpose,
                asked.Case,
            }
        );
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ValuesView(id, request, asked.ValidUntil, values));
    }

    private static async Task<JsonElement> Open(SealedValue row, IKeyRing keys, CancellationToken ct)
    {
        var pair =
            row.KeyId is { } id && await keys.Find(id, ct) is { } found
                ? found
                : throw new Refused("sealing.key-missing", 503).With("key", row.KeyId);
        return SpecText.Parse(Seal.Open(pair, row));
    }
}
