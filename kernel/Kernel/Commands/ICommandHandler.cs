using Fourfold.Kernel.Storage;

namespace Fourfold.Kernel.Commands;

/// <summary>Carries out one kind of command that was given offline and sent later through <c>POST /commands</c>.</summary>
/// <remarks>
/// Does not save: the runner saves the change together with the receipt, so a command sent twice is done once.
/// May run again from the start when somebody else changed the same rows meanwhile.
/// </remarks>
/// <typeparam name="TPayload">The shape of <c>payload</c>; members that are missing or of another kind are a located 422.</typeparam>
/// <typeparam name="TDb">The module's context.</typeparam>
public interface ICommandHandler<TPayload, TDb>
    where TDb : ModuleDb
{
    /// <summary>The stable name, such as <c>work-order.accept</c>; never renamed once shipped: phones keep it in their queues.</summary>
    static abstract string Kind { get; }

    /// <summary>The permission needed.</summary>
    static abstract string Permission { get; }

    /// <summary>Changes rows of <paramref name="db"/>, or throws <see cref="Problems.Refused"/>.</summary>
    /// <returns>The target's revision after the change, one more than before.</returns>
    Task<int> Handle(Command<TPayload> command, TDb db, CancellationToken ct);
}

/// <summary>A command as the handler sees it.</summary>
/// <param name="Id">UUIDv7 made by the device; the same id is the same command.</param>
/// <param name="Target">What it changes.</param>
/// <param name="ExpectedRevision">The target's revision the device knew, plus one for each of its own commands still in the queue.</param>
/// <param name="DeviceTime">When the person acted, by the device's clock, which may be wrong.</param>
/// <param name="ReceivedAt">When the server got it, UTC.</param>
/// <param name="Payload">What else it says.</param>
public sealed record Command<TPayload>(
    Guid Id,
    Guid Target,
    int ExpectedRevision,
    DateTimeOffset DeviceTime,
    DateTimeOffset ReceivedAt,
    TPayload Payload
);

/// <summary>The payload of a command that says nothing more than its kind.</summary>
public sealed record NoPayload;
