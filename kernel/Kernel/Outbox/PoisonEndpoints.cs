using System.Globalization;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Paging;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fourfold.Kernel.Outbox;

/// <summary>Events of all modules that no handler could take: a person sends them again or decides that they need not be handled.</summary>
internal static class PoisonEndpoints
{
    private const int MaximumNote = 200;

    internal sealed record PoisonView(
        Guid Id,
        string Module,
        string Event,
        int SchemaVersion,
        string OrderingKey,
        string? Handler,
        int Attempts,
        string? Error,
        DateTimeOffset OccurredAt
    );

    internal sealed record DiscardRequest(string Note);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/outbox/poison", List).WithName("ListPoison").WithTags("Outbox").Needs(Permission.OutboxManage);
        api.MapPost("/outbox/poison/{id}/resend", Resend)
            .WithName("ResendPoison")
            .WithTags("Outbox")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Needs(Permission.OutboxManage);
        api.MapPost("/outbox/poison/{id}/discard", Discard)
            .WithName("DiscardPoison")
            .WithTags("Outbox")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Needs(Permission.OutboxManage);
    }

    // Module by module, oldest first; the cursor names the module and the last event shown.
    private static async Task<Ok<Page<PoisonView>>> List(
        int? limit,
        string? cursor,
        IEnumerable<RegisteredDb> modules,
        IServiceProvider services,
        CancellationToken ct
    )
    {
        var take = Page.Limit(limit);
        var after = Page.Key(cursor, 2);
        var rows = new List<(string Module, OutboxMessage Message)>();
        foreach (var module in modules.OrderBy(m => m.Module, StringComparer.Ordinal))
        {
            var order = after is null ? 1 : string.CompareOrdinal(module.Module, after[0]);
            if (order < 0 || rows.Count > take)
                continue;
            var from = order == 0 ? SequenceOf(after![1]) : 0; // Compared with it above.
            var found = await module
                .In(services)
                .Outbox.AsNoTracking()
                .Where(m => m.State == OutboxState.Poison && m.Sequence > from)
                .OrderBy(m => m.Sequence)
                .Take(take + 1 - rows.Count)
                .ToListAsync(ct);
            rows.AddRange(found.Select(m => (module.Module, m)));
        }
        return TypedResults.Ok(
            Page.Of(
                rows,
                take,
                r => Show(r.Module, r.Message),
                r => [r.Module, r.Message.Sequence.ToString(CultureInfo.InvariantCulture)]
            )
        );
    }

    private static async Task<NoContent> Resend(
        Guid id,
        IEnumerable<RegisteredDb> modules,
        IServiceProvider services,
        CancellationToken ct
    )
    {
        var (db, message) = await Find(id, modules, services, ct);
        (message.State, message.Attempts, message.DueAt) = (OutboxState.Pending, 0, db.Clock.GetUtcNow());
        db.HaveDelivered();
        db.Audit("outbox.resent", "event", id.ToString(), new { message.Event });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Discard(
        Guid id,
        DiscardRequest request,
        IEnumerable<RegisteredDb> modules,
        IServiceProvider services,
        CancellationToken ct
    )
    {
        if (string.IsNullOrWhiteSpace(request.Note) || request.Note.Length > MaximumNote)
            throw Refused.Invalid("outbox.note-missing", "note").With("maximum", MaximumNote);
        var (db, message) = await Find(id, modules, services, ct);
        message.State = OutboxState.Discarded;
        db.HaveDelivered(); // What waited behind it.
        db.Audit("outbox.discarded", "event", id.ToString(), new { message.Event, note = request.Note.Trim() });
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }

    private static async Task<(ModuleDb Db, OutboxMessage Message)> Find(
        Guid id,
        IEnumerable<RegisteredDb> modules,
        IServiceProvider services,
        CancellationToken ct
    )
    {
        foreach (var module in modules)
        {
            var db = module.In(services);
            var found = await db.Outbox.FirstOrDefaultAsync(m => m.Id == id && m.State == OutboxState.Poison, ct);
            if (found is not null)
                return (db, found);
        }
        throw Refused.NotFound("outbox.event-unknown");
    }

    private static long SequenceOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw Refused.Invalid("request.cursor-malformed", "cursor");

    private static PoisonView Show(string module, OutboxMessage message) =>
        new(
            message.Id,
            module,
            message.Event,
            message.SchemaVersion,
            message.OrderingKey,
            message.FailedHandler,
            message.Attempts,
            message.Error,
            message.OccurredAt
        );
}
