using Fourfold.Contracts;
using Fourfold.Kernel.Storage;

namespace Fourfold.Kernel.Outbox;

/// <summary>Reacts to an event of another module by changing rows of its own.</summary>
/// <remarks>
/// Does not save: the dispatcher saves the changes together with the inbox entry, so a second delivery finds it done.
/// Runs as the system, with the correlation id of the cause. What it throws is retried, then becomes poison.
/// </remarks>
public interface IHandle<in TEvent, in TDb>
    where TEvent : IEvent
    where TDb : ModuleDb
{
    /// <summary>Changes <paramref name="db"/>; must not mind an event that comes late.</summary>
    Task Handle(TEvent happened, TDb db, CancellationToken ct);
}
