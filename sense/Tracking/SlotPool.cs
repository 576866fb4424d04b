namespace Fourfold.Tracking;

/// <summary>Numbers for tracks, 0 … capacity − 1, given again after a rest, for people who still look at the old one.</summary>
internal sealed class SlotPool(int capacity)
{
    // This part of all slots may lie idle so that freed ones rest.
    private const int RestingShare = 16;
    private const int FirstSize = 1024;

    private readonly Queue<int> free = new();

    /// <summary>Slots given so far are below this.</summary>
    public int Used { get; private set; }

    /// <summary>Whether all are taken.</summary>
    public bool IsFull => Used == capacity && free.Count == 0;

    /// <summary>A slot; never asked for when all are taken.</summary>
    public int Take()
    {
        var mayReuse = free.Count > capacity / RestingShare || Used == capacity;
        return mayReuse && free.TryDequeue(out var slot) ? slot : Used++;
    }

    /// <summary>Takes a slot back.</summary>
    public void Give(int slot) => free.Enqueue(slot);

    /// <summary>How long arrays by slot should be now that so many are too few.</summary>
    public int SizeFor(int length) => Math.Min(capacity, Math.Max(FirstSize, length * 2));
}
