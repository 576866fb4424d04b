using Fourfold.Behaviour;
using Fourfold.Tracking;

namespace Fourfold.Sense.Alerts;

/// <summary>A finding and the track it is about, as both were at that moment.</summary>
internal sealed record FoundTrack(Finding Finding, TrackState? Track);

/// <summary>Findings on their way from the cell to the rows. The cell never waits for it.</summary>
/// <remarks>
/// At most <see cref="Capacity"/>. When it is full, updates fall first, because a later one says the same; only then is
/// anything else refused, and counted.
/// </remarks>
internal sealed class FindingQueue
{
    /// <summary>Findings that may wait.</summary>
    public const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly LinkedList<FoundTrack> waiting = new();
    private readonly Signal bell = new();

    /// <summary>Findings that fell.</summary>
    public long Dropped { get; private set; }

    public void Offer(FoundTrack found)
    {
        lock (gate)
        {
            if (waiting.Count >= Capacity && (found.Finding.Phase == FindingPhase.Updated || !DropAnUpdate()))
            {
                Dropped++;
                return;
            }
            waiting.AddLast(found);
        }
        bell.Ring();
    }

    /// <summary>The oldest findings, left in the queue until <see cref="Done"/>.</summary>
    public IReadOnlyList<FoundTrack> Peek(int most)
    {
        lock (gate)
            return [.. waiting.Take(most)];
    }

    /// <summary>These are in rows now.</summary>
    public void Done(IReadOnlyList<FoundTrack> findings)
    {
        lock (gate)
            foreach (var found in findings)
                waiting.Remove(found);
    }

    public Task Wait(TimeSpan atMost, CancellationToken ct) => bell.Wait(atMost, ct);

    private bool DropAnUpdate()
    {
        for (var node = waiting.First; node is not null; node = node.Next)
        {
            if (node.Value.Finding.Phase != FindingPhase.Updated)
                continue;
            waiting.Remove(node);
            Dropped++;
            return true;
        }
        return false;
    }
}
