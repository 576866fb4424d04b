using System.Security.Cryptography;

namespace Fourfold.Kernel.Notices;

/// <summary>Keeps the last changes in memory for screens that listen or come back.</summary>
internal sealed class RingBoard : INoticeBoard
{
    /// <summary>Tells this start of the program from every other: numbers of an earlier one mean nothing now.</summary>
    public string Epoch { get; } = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>How many changes a screen may have missed and still catch up.</summary>
    public const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Change[] ring = new Change[Capacity];
    private long next;
    private TaskCompletionSource changed = New();

    /// <summary>Number the next change will get; numbers begin at 0 with each start of the program.</summary>
    public long Next
    {
        get
        {
            lock (gate)
                return next;
        }
    }

    public void Publish(Change change)
    {
        TaskCompletionSource wake;
        lock (gate)
        {
            ring[next++ % Capacity] = change;
            (wake, changed) = (changed, New());
        }
        wake.SetResult();
    }

    /// <summary>The changes from a number on and the task that ends with the next one; null when the ring no longer holds them.</summary>
    public (IReadOnlyList<Change> Changes, long Next, Task More)? Since(long from)
    {
        lock (gate)
        {
            if (from > next || from < next - Capacity)
                return null;
            var changes = new Change[next - from];
            for (var i = 0; i < changes.Length; i++)
                changes[i] = ring[(from + i) % Capacity];
            return (changes, next, changed.Task);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
