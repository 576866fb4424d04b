using System.Text.Json;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Fourfold.Kernel.Commands;

/// <summary>A kind of command that this server knows.</summary>
internal sealed record CommandKind(string Kind, string Permission, Type Db, Carry Carry);

/// <summary>Carries a command out on the context of its module, without saving; returns the target's new revision.</summary>
internal delegate Task<int> Carry(
    IServiceProvider scope,
    ModuleDb db,
    CommandEnvelope command,
    DateTimeOffset receivedAt,
    CancellationToken ct
);

/// <summary>How modules offer commands.</summary>
public static class CommandKinds
{
    /// <summary>Offers a kind of command; kinds are unique over all modules.</summary>
    public static IServiceCollection Command<TPayload, THandler, TDb>(this IServiceCollection services)
        where TPayload : class
        where TDb : ModuleDb
        where THandler : class, ICommandHandler<TPayload, TDb>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(
            new CommandKind(THandler.Kind, THandler.Permission, typeof(TDb), CarryTo<TPayload, THandler, TDb>)
        );
    }

    private static Task<int> CarryTo<TPayload, THandler, TDb>(
        IServiceProvider scope,
        ModuleDb db,
        CommandEnvelope command,
        DateTimeOffset receivedAt,
        CancellationToken ct
    )
        where TPayload : class
        where TDb : ModuleDb
        where THandler : class, ICommandHandler<TPayload, TDb>
    {
        var typed = new Command<TPayload>(
            command.Id,
            command.Target,
            command.ExpectedRevision,
            command.DeviceTime.ToUniversalTime(),
            receivedAt,
            Read<TPayload>(command.Payload)
        );
        return scope.GetRequiredService<THandler>().Handle(typed, (TDb)db, ct);
    }

    private static TPayload Read<TPayload>(JsonElement? payload)
        where TPayload : class
    {
        try
        {
            return payload is { ValueKind: not JsonValueKind.Null } given
                ? given.Deserialize<TPayload>(CommandEnvelope.Json)! // Not the literal null.
                : JsonSerializer.Deserialize<TPayload>("{}", CommandEnvelope.Json)!; // An object, so not null.
        }
        catch (JsonException wrong)
        {
            // Path is "$.seized[0].number"; the field is told as the phone wrote it.
            var path = wrong.Path is { Length: > 2 } inside ? inside[1..] : "";
            throw Refused.Invalid("command.payload-malformed", "payload" + path);
        }
    }
}
