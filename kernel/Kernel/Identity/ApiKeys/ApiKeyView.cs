using System.Text.Json.Serialization;
using Fourfold.Contracts;

namespace Fourfold.Kernel.Identity.ApiKeys;

/// <summary>An API key, without its secret but for the one time.</summary>
internal sealed record ApiKeyView(
    ApiKeyId Id,
    string Name,
    string Hint,
    IReadOnlyList<string> Scopes,
    string AreaCode,
    [OneOf(typeof(Purposes))] string Purpose,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt
)
{
    /// <summary>Only in the answer to its issue.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    public static ApiKeyView Of(ApiKey key) =>
        new(
            key.Id,
            key.Name,
            key.Hint,
            key.Scopes,
            key.AreaCode,
            key.Purpose,
            key.CreatedAt,
            key.ExpiresAt,
            key.RevokedAt
        );
}
