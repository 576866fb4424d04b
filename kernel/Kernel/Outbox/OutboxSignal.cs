using System.Collections.Concurrent;

namespace Fourfold.Kernel.Outbox;

/// <summary>Wakes the dispatcher of a module after a commit, so that events need not wait for its timer.</summary>
public sealed class OutboxSignal
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> waiting = new(StringComparer.Ordinal);

    internal void Wake(string module)
    {
        var gate = Gate(module);
        if (gate.CurrentCount == 0)
            gate.Release();
    }

    internal Task<bool> Wait(string module, TimeSpan atMost, CancellationToken ct) =>
        Gate(module).WaitAsync(atMost, ct);

    private SemaphoreSlim Gate(string module) => waiting.GetOrAdd(module, _ => new SemaphoreSlim(0, int.MaxValue));
}
