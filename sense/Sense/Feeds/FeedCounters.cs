namespace Fourfold.Sense.Feeds;

/// <summary>What a feed has done since it was started. Written by its sources and the cell, read by anyone.</summary>
internal sealed class FeedCounters
{
    private readonly Dictionary<string, long> dropped = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long bytes;
    private long lines;
    private long messages;
    private long observations;
    private long duplicates;
    private long reconnects;

    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Sentences found, whatever they say.</summary>
    public long Lines => Interlocked.Read(ref lines);
    public long Messages => Interlocked.Read(ref messages);
    public long Observations => Interlocked.Read(ref observations);

    /// <summary>Observations that another feed, or this one, had brought before.</summary>
    public long Duplicates => Interlocked.Read(ref duplicates);
    public long Reconnects => Interlocked.Read(ref reconnects);

    public void AddBytes(long count) => Interlocked.Add(ref bytes, count);

    public void AddRead(long newLines, long newMessages)
    {
        Interlocked.Add(ref lines, newLines);
        Interlocked.Add(ref messages, newMessages);
    }

    public void AddObservations(long count) => Interlocked.Add(ref observations, count);

    public void AddDuplicates(long count) => Interlocked.Add(ref duplicates, count);

    public void Reconnected() => Interlocked.Increment(ref reconnects);

    /// <summary>Counts what was dropped for a cause; causes are a small fixed set of codes.</summary>
    public void Drop(string cause, long count = 1)
    {
        lock (gate)
            dropped[cause] = dropped.GetValueOrDefault(cause) + count;
    }

    public IReadOnlyDictionary<string, long> Dropped()
    {
        lock (gate)
            return new Dictionary<string, long>(dropped, StringComparer.Ordinal);
    }
}
