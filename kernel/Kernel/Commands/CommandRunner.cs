using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Fourfold.Kernel.Audit;
using Fourfold.Kernel.Idempotency;
using Fourfold.Kernel.Identity;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fourfold.Kernel.Commands;

/// <summary>Carries commands out one after the other, each in a transaction of its own with its receipt.</summary>
internal sealed partial class CommandRunner(
    IServiceScopeFactory scopes,
    IEnumerable<CommandKind> kinds,
    Looks looks,
    ILogger<CommandRunner> log
)
{
    // Somebody else changed the same rows meanwhile: the handler looks again and decides on what is there then.
    private const int MaxAttempts = 5;

    private readonly Dictionary<string, CommandKind> byKind = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    /// <summary>Never throws for what one command says or meets; only cancellation ends a batch early.</summary>
    public async Task<CommandResult> Run(JsonElement item, Actor actor, DateTimeOffset receivedAt, CancellationToken ct)
    {
        var id = IdOf(item);
        try
        {
            var command = CommandEnvelope.Read(item);
            if (!byKind.TryGetValue(command.Kind, out var kind))
                throw Refused.Invalid("command.unknown", "kind").With("kind", command.Kind);
            if (!actor.May(kind.Permission))
                throw new Refused("permission.missing", 403).With("permission", kind.Permission);
            var revision = await RunKnown(kind, command, actor, receivedAt, ct);
            return new CommandResult
            {
                Id = id,
                Status = 200,
                Revision = revision,
            };
        }
        catch (Refused refused)
        {
            await looks.WriteDown(refused, actor, ct);
            return Tell(id, refused);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception fault) // A fault in one command must not lose the others; the phone keeps this one and sends it again.
        {
            Failed(log, fault, id ?? "");
            return new CommandResult
            {
                Id = id,
                Status = 500,
                Problem = new CommandProblem("fault.unexpected", null, null),
            };
        }
    }

    private async Task<int> RunKnown(
        CommandKind kind,
        CommandEnvelope command,
        Actor actor,
        DateTimeOffset receivedAt,
        CancellationToken ct
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<ActorHolder>().Actor = actor;
                return await RunOnce(scope.ServiceProvider, kind, command, receivedAt, ct);
            }
            catch (DbUpdateException) when (attempt < MaxAttempts) { }
        }
    }

    private static async Task<int> RunOnce(
        IServiceProvider scope,
        CommandKind kind,
        CommandEnvelope command,
        DateTimeOffset receivedAt,
        CancellationToken ct
    )
    {
        var db = (ModuleDb)scope.GetRequiredService(kind.Db);
        var hash = HashOf(command);
        var revision = 0;
        var seen = await Receipts.Once(
            db,
            command.Id,
            hash,
            async () =>
            {
                revision = await kind.Carry(scope, db, command, receivedAt, ct);
                return (StatusCodes.Status200OK, revision.ToString(CultureInfo.InvariantCulture));
            },
            ct
        );
        if (seen is null)
            return revision;
        return string.Equals(seen.RequestHash, hash, StringComparison.Ordinal)
            ? int.Parse(seen.Body!, CultureInfo.InvariantCulture) // Of this hash, and written above.
            : throw Refused.Invalid("command.id-reused", "id");
    }

    private static string? IdOf(JsonElement item)
    {
        try
        {
            return
                item.ValueKind is JsonValueKind.Object
                && item.TryGetProperty("id", out var given)
                && given.ValueKind is JsonValueKind.String
                ? given.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null; // A name or an id that is no text; reading the envelope tells so.
        }
    }

    private static string HashOf(CommandEnvelope command) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(command, CommandEnvelope.Json)))
        );

    private static CommandResult Tell(string? id, Refused refused)
    {
        var errors = refused.Parameters.TryGetValue("field", out var field)
            ? new[] { new CommandFieldError(field as string ?? "", refused.Code, refused.Parameters) }
            : null;
        return new CommandResult
        {
            Id = id,
            Status = refused.Status,
            Problem = new CommandProblem(refused.Code, refused.Parameters, errors),
            Current = refused.Current,
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Command {Command} failed unexpectedly")]
    private static partial void Failed(ILogger log, Exception exception, string command);
}
