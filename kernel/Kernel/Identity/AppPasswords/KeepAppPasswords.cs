using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Fourfold.Contracts;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Identity.AppPasswords;

/// <summary>A person makes app passwords for their own phone, sees which there are, and takes them back.</summary>
internal static class KeepAppPasswords
{
    private const int MostAtOnce = 5;

    // Without look-alikes, because people type them into a phone. 20 of 55 letters: 115 bits.
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int SecretLength = 20;
    private const int HintLength = 4;
    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    /// <param name="Id">Names it when it is taken back.</param>
    /// <param name="UserName">Goes into the program beside it.</param>
    /// <param name="Hint">Its first letters.</param>
    /// <param name="CreatedAt">When it was made.</param>
    /// <param name="ExpiresAt">Void from then on.</param>
    internal sealed record AppPasswordView(
        Guid Id,
        string UserName,
        string Hint,
        DateTimeOffset CreatedAt,
        DateTimeOffset ExpiresAt
    )
    {
        /// <summary>Only in the answer to its making; never shown again.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Password { get; init; }

        public static AppPasswordView Of(AppPassword password, string userName) =>
            new(password.Id, userName, password.Hint, password.CreatedAt, password.ExpiresAt);
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        var passwords = api.MapGroup("/openrosa/passwords").WithTags("OpenRosa");
        passwords
            .MapPost("", Make)
            .WithName("MakeOpenRosaPassword")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .Needs(Permission.FormsFill);
        passwords.MapGet("", List).WithName("ListOpenRosaPasswords").Needs(Permission.FormsFill);
        passwords
            .MapDelete("/{id}", Revoke)
            .WithName("RevokeOpenRosaPassword")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.FormsFill);
    }

    private static async Task<Created<AppPasswordView>> Make(Actor actor, KernelDb db, CancellationToken ct)
    {
        var person =
            await db.People.FirstOrDefaultAsync(p => p.Id == actor.Person, ct)
            ?? throw new Refused("app-password.no-person", 403);
        var post = actor.Post ?? throw new Refused("app-password.no-person", 403);
        if (await Valid(db, person.Id).CountAsync(ct) >= MostAtOnce)
            throw new Refused("app-password.too-many").With("most", MostAtOnce);
        var secret = RandomNumberGenerator.GetString(Letters, SecretLength);
        var made = new AppPassword
        {
            Id = Ids.NewGuid(db.Clock),
            Person = person.Id,
            Post = post,
            Use = AppPasswordUses.OpenRosa,
            Stamp = person.SecurityStamp,
            Hash = AppPasswordDirectory.HashOf(secret),
            Hint = secret[..HintLength],
            CreatedAt = db.Clock.GetUtcNow(),
            ExpiresAt = db.Clock.GetUtcNow() + Life,
        };
        db.AppPasswords.Add(made);
        db.Audit("app-password.made", "app-password", made.Id.ToString(), new { made.Use, made.ExpiresAt });
        await db.SaveChangesAsync(ct);
        return TypedResults.Created(
            $"/api/v1/openrosa/passwords/{made.Id}",
            AppPasswordView.Of(made, person.UserName) with
            {
                Password = secret,
            }
        );
    }

    private static async Task<Ok<Page<AppPasswordView>>> List(Actor actor, KernelDb db, CancellationToken ct)
    {
        var name = await db.People.Where(p => p.Id == actor.Person).Select(p => p.UserName).FirstOrDefaultAsync(ct);
        // So few may be valid at once that they are one page.
        var rows = await Valid(db, actor.Person).OrderBy(p => p.CreatedAt).Take(MostAtOnce).ToListAsync(ct);
        return TypedResults.Ok(
            new Page<AppPasswordView>([.. rows.Select(p => AppPasswordView.Of(p, name ?? ""))], null)
        );
    }

    private static async Task<NoContent> Revoke(
        Guid id,
        Actor actor,
        KernelDb db,
        AppPasswordDirectory directory,
        CancellationToken ct
    )
    {
        var password =
            await db.AppPasswords.FirstOrDefaultAsync(p => p.Id == id && p.Person == actor.Person, ct)
            ?? throw Refused.NotFound("app-password.unknown");
        if (password.RevokedAt is null)
        {
            password.RevokedAt = db.Clock.GetUtcNow();
            db.Audit("app-password.revoked", "app-password", id.ToString());
            db.WhenCommitted(directory.Forget);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.NoContent();
    }

    private static IQueryable<AppPassword> Valid(KernelDb db, PersonId? person)
    {
        var now = db.Clock.GetUtcNow();
        return db.AppPasswords.Where(p => p.Person == person && p.RevokedAt == null && p.ExpiresAt > now);
    }
}
