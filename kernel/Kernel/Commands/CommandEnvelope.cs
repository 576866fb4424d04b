using System.Text.Json;
using System.Text.Json.Serialization;
using Fourfold.Kernel.Problems;
using Fourfold.Kernel.Storage;

namespace Fourfold.Kernel.Commands;

/// <summary>What a person did on a device, perhaps offline, to be carried out when it arrives.</summary>
/// <param name="Id">UUIDv7; makes a repetition harmless.</param>
/// <param name="Kind">Such as <c>work-order.accept</c>.</param>
/// <param name="Target">The id of what is changed.</param>
/// <param name="ExpectedRevision">The target's revision as the device knew it, plus one for each of its own commands sent before.</param>
/// <param name="DeviceTime">By the device's clock.</param>
/// <param name="Payload">As the kind needs it.</param>
public sealed record CommandEnvelope(
    Guid Id,
    string Kind,
    Guid Target,
    int ExpectedRevision,
    DateTimeOffset DeviceTime,
    JsonElement? Payload = null
)
{
    /// <summary>As stored JSON, and a value that must not be null is not.</summary>
    internal static readonly JsonSerializerOptions Json = new(StoredJson.Options)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>Reads one envelope by itself, so that a malformed one spoils none of its neighbours.</summary>
    internal static CommandEnvelope Read(JsonElement item)
    {
        if (!StorableText.Holds(item))
            throw Refused.Invalid("command.malformed", "payload");
        CommandEnvelope? command;
        try
        {
            command = item.Deserialize<CommandEnvelope>(Json);
        }
        catch (JsonException wrong)
        {
            throw Refused.Invalid("command.malformed", wrong.Path is { Length: > 2 } path ? path[2..] : "");
        }
        if (command is null)
            throw Refused.Invalid("command.malformed", "");
        if (command.Id.Version != 7)
            throw Refused.Invalid("command.id-not-v7", "id");
        if (command.Target == Guid.Empty)
            throw Refused.Invalid("command.target-missing", "target");
        return command;
    }
}

/// <summary>What became of one command.</summary>
public sealed record CommandResult
{
    /// <summary>The command's id as it was sent; null when it could not be read.</summary>
    public string? Id { get; init; }

    /// <summary>200 done (now or before) · 403, 404, 409, 422 refused, do not send it again unchanged · 5xx not done, send it again.</summary>
    public required int Status { get; init; }

    /// <summary>The target's revision after it.</summary>
    public int? Revision { get; init; }

    /// <summary>Why not.</summary>
    public CommandProblem? Problem { get; init; }

    /// <summary>The target as it is now, for 409.</summary>
    public object? Current { get; init; }
}

/// <summary>A refusal inside a batch; the same as problem+json.</summary>
public sealed record CommandProblem(
    string Code,
    IReadOnlyDictionary<string, object?>? Parameters,
    IReadOnlyList<CommandFieldError>? Errors
);

/// <summary>A value that is wrong.</summary>
public sealed record CommandFieldError(string Field, string Code, IReadOnlyDictionary<string, object?>? Parameters);
