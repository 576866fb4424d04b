using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.ApiKeys;

/// <summary>Issues a key and shows its secret, this once. Not idempotent: a stored answer would be a stored secret.</summary>
internal static class IssueApiKey
{
    private const int MaximumName = 60;
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    // A program must not be able to make people or other keys, nor to clear its own traces.
    private static readonly string[] NeverForPrograms =
    [
        Permission.PeopleWrite,
        Permission.ApiKeysWrite,
        Permission.OutboxManage,
    ];

    /// <summary>The purpose is fixed with the key; <c>other</c> cannot be, for nobody could ask what it means.</summary>
    internal sealed record Request(
        string Name,
        IReadOnlyList<string> Scopes,
        string AreaCode,
        [OneOf(typeof(Purposes))] string Purpose,
        DateTimeOffset ExpiresAt
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/api-keys", Handle)
            .WithName("IssueApiKey")
            .WithTags("API keys")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsPurpose(Permission.ApiKeysWrite, Purposes.Security);

    private static async Task<Created<ApiKeyView>> Handle(
        Request request,
        Actor actor,
        KernelDb db,
        IAreaDirectory areas,
        CancellationToken ct
    )
    {
        Check(request, db.Clock.GetUtcNow());
        var area = areas.Find(request.AreaCode) ?? throw Refused.Invalid("area.unknown", "areaCode");
        if (!actor.Scope.Holds(area.Path))
            throw new Refused("area.outside", 403).With("areaCode", area.Code);
        var name = request.Name.Trim();
        if (await db.ApiKeys.AnyAsync(k => k.Name == name, ct))
            throw Refused.Invalid("api-key.name-taken", "name");
        var secret = ApiKeyDirectory.NewSecret();
        var key = new ApiKey
        {
            Id = Ids.New<ApiKeyId>(db.Clock),
            Name = name,
            Hash = ApiKeyDirectory.HashOf(secret),
            Hint = secret[..8],
            Scopes = [.. request.Scopes.Distinct(StringComparer.Ordinal)],
            AreaCode = area.Code,
            AreaPath = area.Path,
            Purpose = request.Purpose,
            CreatedAt = db.Clock.GetUtcNow(),
            CreatedBy = actor.Person,
            ExpiresAt = request.ExpiresAt,
        };
        db.ApiKeys.Add(key);
        db.Audit("api-key.issued", "api-key", key.Id.ToString(), new { key.Scopes, key.AreaCode });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/api-keys/{key.Id}", ApiKeyView.Of(key) with { Secret = secret });
    }

    private static void Check(Request request, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Trim().Length > MaximumName)
            throw Refused.Invalid("api-key.name-length", "name").With("maximum", MaximumName);
        if (request.Scopes.Count == 0)
            throw Refused.Invalid("api-key.scopes-missing", "scopes");
        var bad = request.Scopes.FirstOrDefault(s => !Permission.All.Contains(s) || NeverForPrograms.Contains(s));
        if (bad is not null)
            throw Refused.Invalid("api-key.scope-refused", "scopes").With("scope", bad);
        if (!Purposes.All.Contains(request.Purpose) || request.Purpose == Purposes.Other)
            throw Refused.Invalid("session.purpose-unknown", "purpose").With("purposes", Purposes.All);
        if (request.ExpiresAt <= now || request.ExpiresAt > now + LongestLife)
            throw Refused.Invalid("api-key.expiry-range", "expiresAt").With("maximumDays", LongestLife.TotalDays);
    }
}
