using Fourfold.Contracts;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.ApiKeys;

/// <summary>Makes a key worthless at once; its row stays, for the audit names it.</summary>
internal static class RevokeApiKey
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/api-keys/{id}", Handle)
            .WithName("RevokeApiKey")
            .WithTags("API keys")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .NeedsPurpose(Permission.ApiKeysWrite, Purposes.Security);

    private static async Task<NoContent> Handle(
        ApiKeyId id,
        KernelDb db,
        ApiKeyDirectory directory,
        CancellationToken ct
    )
    {
        var key =
            await db.ApiKeys.FirstOrDefaultAsync(k => k.Id == id, ct) ?? throw Refused.NotFound("api-key.unknown");
        if (key.RevokedAt is null)
        {
            key.RevokedAt = db.Clock.GetUtcNow();
            db.Audit("api-key.revoked", "api-key", id.ToString());
            db.WhenCommitted(directory.Forget);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.NoContent();
    }
}
