using System.Text.Json;
using Fourfold.Contracts;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Outbox;

/// <summary>Which handler listens to which event.</summary>
internal sealed record Subscription(string Event, int Version, string Handler, Deliver Deliver);

/// <summary>Delivers one message to one handler in a scope of its own; returns when its change is committed.</summary>
internal delegate Task Deliver(
    IServiceProvider services,
    OutboxMessage message,
    TimeProvider clock,
    CancellationToken ct
);

/// <summary>How modules listen.</summary>
public static class Subscriptions
{
    /// <summary>Lets a handler listen. Its type's name is its name in the inbox: do not rename it once shipped.</summary>
    public static IServiceCollection Handle<TEvent, THandler, TDb>(this IServiceCollection services)
        where TEvent : IEvent
        where TDb : ModuleDb
        where THandler : class, IHandle<TEvent, TDb>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(
            new Subscription(TEvent.Name, TEvent.SchemaVersion, typeof(THandler).Name, DeliverTo<TEvent, THandler, TDb>)
        );
    }

    private static async Task DeliverTo<TEvent, THandler, TDb>(
        IServiceProvider services,
        OutboxMessage message,
        TimeProvider clock,
        CancellationToken ct
    )
        where TEvent : IEvent
        where TDb : ModuleDb
        where THandler : class, IHandle<TEvent, TDb>
    {
        await using var scope = services.CreateAsyncScope();
        var name = typeof(THandler).Name;
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = Actor.System(name, message.CorrelationId);
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        if (await db.Inbox.AnyAsync(e => e.Message == message.Id && e.Handler == name, ct))
            return;
        var happened =
            JsonSerializer.Deserialize<TEvent>(message.Payload, StoredJson.Options)
            ?? throw new JsonException("the event's payload is null");
        await scope.ServiceProvider.GetRequiredService<THandler>().Handle(happened, db, ct);
        db.Inbox.Add(
            new InboxEntry
            {
                Message = message.Id,
                Handler = name,
                HandledAt = clock.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(ct);
    }
}
