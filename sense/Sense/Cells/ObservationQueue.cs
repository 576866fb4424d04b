using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Fourfold.Sense.Cells;

/// <summary>Batches on their way from all feeds to the cell: bounded, newest wins, what falls is counted.</summary>
internal sealed class ObservationQueue
{
    private readonly Channel<FeedBatch> channel;
    private readonly int capacity;
    private long shed;

    public ObservationQueue(IOptions<SenseOptions> options)
    {
        capacity = options.Value.MaximumWaitingBatches;
        channel = Channel.CreateBounded<FeedBatch>(
            new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            Shed
        );
    }

    /// <summary>Batches that fell because the cell was too slow.</summary>
    public long ShedBatches => Interlocked.Read(ref shed);

    /// <summary>Gives a batch away; never waits.</summary>
    public void Write(FeedBatch batch) => channel.Writer.TryWrite(batch);

    /// <summary>The next batch, which the caller disposes.</summary>
    public bool TryRead(out FeedBatch? batch) => channel.Reader.TryRead(out batch);

    /// <summary>Waits until the queue is at most a quarter full: for recordings, which can wait.</summary>
    public async ValueTask Room(TimeProvider clock, CancellationToken ct)
    {
        while (channel.Reader.Count > capacity / 4)
            await Task.Delay(TimeSpan.FromMilliseconds(20), clock, ct);
    }

    private void Shed(FeedBatch batch)
    {
        Interlocked.Increment(ref shed);
        batch.Dispose();
    }
}
