using System.Buffers.Text;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Fourfold.Kernel.Push;

/// <summary>A person switches news on and off for the phone in their hand. Nobody else's phones can be seen or switched.</summary>
internal static class KeepSubscriptions
{
    private static readonly string[] Languages = ["zh", "en"];

    /// <param name="Enabled">Whether this Fourfold sends any.</param>
    /// <param name="PublicKey">The key a browser binds its subscription to: an uncompressed point, base64url.</param>
    /// <param name="Devices">Numbers of this person's own phones that are switched on.</param>
    /// <param name="Most">Phones of one person at most; the one unseen for longest makes room.</param>
    internal sealed record PushView(bool Enabled, string PublicKey, IReadOnlyList<Guid> Devices, int Most);

    /// <param name="Endpoint">Address of the push service, as the browser gave it.</param>
    /// <param name="P256dh">The browser's public key, base64url.</param>
    /// <param name="Auth">The browser's secret, base64url.</param>
    /// <param name="Language"><c>zh</c> or <c>en</c>.</param>
    internal sealed record SubscribeRequest(
        string Endpoint,
        string P256dh,
        string Auth,
        [OneOf("zh", "en")] string Language
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Push");
        me.MapGet("/push", Read).WithName("ReadPush").NeedsSignIn();
        me.MapPut("/push-subscriptions/{device}", Put)
            .WithName("SwitchPushOn")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .NeedsSignIn();
        me.MapDelete("/push-subscriptions/{device}", Delete).WithName("SwitchPushOff").NeedsSignIn();
    }

    private static async Task<Ok<PushView>> Read(
        Actor actor,
        KernelDb db,
        VapidKey key,
        IOptions<PushOptions> options,
        CancellationToken ct
    )
    {
        var devices = await db
            .PushSubscriptions.Where(s => s.Person == actor.Person)
            .OrderBy(s => s.CreatedAt)
            .Select(s => s.Device)
            .Take(options.Value.MostPerPerson)
            .ToListAsync(ct);
        return TypedResults.Ok(
            new PushView(options.Value.Enabled, key.PublicKey, devices, options.Value.MostPerPerson)
        );
    }

    private static async Task<NoContent> Put(
        Guid device,
        SubscribeRequest request,
        Actor actor,
        KernelDb db,
        IOptions<PushOptions> options,
        CancellationToken ct
    )
    {
        var person = actor.Person ?? throw new Refused("push.no-person", 403);
        if (!options.Value.Enabled)
            throw new Refused("push.off", 409);
        var (key, secret) = Check(request, options.Value);
        var hash = PushSubscription.HashOf(request.Endpoint);
        var now = db.Clock.GetUtcNow();
        await using var transaction = await db.BeginWriting(ct);
        // Who had this browser before does not hear of the work of whoever has it now.
        await db
            .PushSubscriptions.Where(s => s.EndpointHash == hash && !(s.Person == person && s.Device == device))
            .ExecuteDeleteAsync(ct);
        var found = await db.PushSubscriptions.FirstOrDefaultAsync(s => s.Person == person && s.Device == device, ct);
        if (found is null)
        {
            await MakeRoom(db, person, options.Value.MostPerPerson - 1, ct);
            found = new PushSubscription
            {
                Id = Ids.NewGuid(db.Clock),
                Person = person,
                Device = device,
                Endpoint = request.Endpoint,
                EndpointHash = hash,
                BrowserKey = key,
                BrowserSecret = secret,
                Language = request.Language,
                CreatedAt = now,
                SeenAt = now,
            };
            db.PushSubscriptions.Add(found);
            db.Audit("push.on", "push-subscription", found.Id.ToString());
        }
        (found.Endpoint, found.EndpointHash) = (request.Endpoint, hash);
        (found.BrowserKey, found.BrowserSecret) = (key, secret);
        (found.Language, found.Session, found.SeenAt) = (request.Language, actor.Session, now);
        await db.SaveAndCommit(transaction, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Delete(Guid device, Actor actor, KernelDb db, CancellationToken ct)
    {
        var own = await db.PushSubscriptions.FirstOrDefaultAsync(
            s => s.Person == actor.Person && s.Device == device,
            ct
        );
        if (own is not null)
        {
            db.PushSubscriptions.Remove(own);
            db.Audit("push.off", "push-subscription", own.Id.ToString());
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.NoContent();
    }

    private static async Task MakeRoom(KernelDb db, PersonId person, int most, CancellationToken ct)
    {
        var over = await db
            .PushSubscriptions.Where(s => s.Person == person)
            .OrderByDescending(s => s.SeenAt)
            .Skip(most)
            .ToListAsync(ct);
        db.PushSubscriptions.RemoveRange(over);
    }

    private static (byte[] Key, byte[] Secret) Check(SubscribeRequest request, PushOptions options)
    {
        if (!PushAddress.IsAllowed(request.Endpoint, options))
            throw Refused.Invalid("push.endpoint-refused", "endpoint");
        if (Decode(request.P256dh) is not { } key || !PushEncryption.IsPoint(key))
            throw Refused.Invalid("push.key-malformed", "p256dh");
        if (Decode(request.Auth) is not { Length: PushEncryption.SecretLength } secret)
            throw Refused.Invalid("push.key-malformed", "auth");
        if (!Languages.Contains(request.Language, StringComparer.Ordinal))
            throw Refused.Invalid("request.unknown-value", "language").With("known", Languages);
        return (key, secret);
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return text.Length <= 200 ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
