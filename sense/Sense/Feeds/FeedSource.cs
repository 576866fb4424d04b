using Fourfold.Sense.Cells;
using Fourfold.Sense.Feeds.Protocols;
using Fourfold.Sense.Feeds.Transports;
using Fourfold.Tracking;

namespace Fourfold.Sense.Feeds;

/// <summary>One stream of bytes of a feed: first captured, then decoded, then given to the cell.</summary>
/// <remarks>
/// Of lines only whole ones are captured and decoded, so that a line is contiguous in the capture though several senders
/// share it. What is still unfinished is held, at most <see cref="LongestHeld"/> bytes. Bytes that are no lines go on as they
/// come.
/// </remarks>
internal sealed class FeedSource : ISource, IDecoded
{
    private const int LongestHeld = 8 * 1024;
    private const int BlocksRemembered = 256;

    private readonly FeedRunner feed;
    private readonly IDecoder decoder;
    private readonly Block[] blocks = new Block[BlocksRemembered];
    private readonly byte[] held = new byte[LongestHeld];
    private int heldCount;
    private int nextBlock;
    private long seenLines;
    private long seenMessages;
    private bool ended;

    public FeedSource(FeedRunner feed, Func<IDecoded, IDecoder> open)
    {
        this.feed = feed;
        decoder = open(this);
    }

    public bool Simulated => feed.Simulated;

    public string? SensorKey => feed.Setup.Url.Sensor;

    public void Received(ReadOnlySpan<byte> bytes)
    {
        feed.Heard(bytes.Length);
        if (feed.IsBinary)
        {
            Read(bytes);
            return;
        }
        bytes = FinishHeld(bytes);
        var end = bytes.LastIndexOfAny((byte)'\n', (byte)'\r') + 1;
        if (bytes.Length - end > LongestHeld)
            end = bytes.Length; // No line is as long; it goes on in pieces.
        if (end > 0)
            Read(bytes[..end]);
        Hold(bytes[end..]);
    }

    public void ReceivedWhole(ReadOnlySpan<byte> bytes)
    {
        Received(bytes);
        ReleaseHeld();
        var batch = Begin(0);
        decoder.Flush(batch.ReceivedAt, batch);
        Hand(batch);
    }

    public ValueTask Room(CancellationToken ct) => feed.Room(ct);

    public RawRef Raw(long offset, int length)
    {
        var start = Captured(offset);
        var end = Captured(offset + Math.Max(length, 1) - 1) + 1;
        return new RawRef(feed.Number, start, (int)Math.Clamp(end - start, 0, int.MaxValue));
    }

    public void Dropped(string cause, long offset, ReadOnlySpan<byte> sample)
    {
        feed.Counters.Drop(cause);
        if (!sample.IsEmpty)
            feed.BadLines.Add(feed.Clock.GetUtcNow(), Captured(offset), cause, sample);
    }

    public void Dispose()
    {
        if (ended)
            return;
        ended = true;
        ReleaseHeld();
        var batch = Begin(0);
        decoder.End(batch.ReceivedAt, batch);
        Hand(batch);
        feed.Closed(this);
    }

    /// <summary>Serves another sender; the decoder's buffers are dear to make.</summary>
    public void Reopen() => ended = false;

    /// <summary>Adds the end of the line that is held and reads it in one piece; returns what comes after.</summary>
    private ReadOnlySpan<byte> FinishHeld(ReadOnlySpan<byte> bytes)
    {
        if (heldCount == 0)
            return bytes;
        var end = bytes.IndexOfAny((byte)'\n', (byte)'\r') + 1;
        var rest = end > 0 ? end : bytes.Length;
        if (heldCount + rest > LongestHeld)
        {
            ReleaseHeld();
            return bytes;
        }
        Hold(bytes[..rest]);
        if (end > 0)
            ReleaseHeld();
        return bytes[rest..];
    }

    private void Hold(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(held.AsSpan(heldCount));
        heldCount += bytes.Length;
    }

    private void ReleaseHeld()
    {
        var count = heldCount;
        heldCount = 0;
        if (count > 0)
            Read(held.AsSpan(0, count));
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        blocks[nextBlock++ % BlocksRemembered] = new Block(decoder.Offset, feed.Capture(bytes), bytes.Length);
        var batch = Begin(bytes.Length);
        decoder.Push(bytes, batch.ReceivedAt, batch);
        Hand(batch);
    }

    private FeedBatch Begin(int bytes) =>
        new(feed.Number, feed.Clock.GetUtcNow(), (bytes / decoder.ShortestMessage) + 16);

    private void Hand(FeedBatch batch)
    {
        feed.Counters.AddRead(decoder.Lines - seenLines, decoder.Messages - seenMessages);
        (seenLines, seenMessages) = (decoder.Lines, decoder.Messages);
        feed.Hand(batch);
    }

    // Where a byte of the decoder's stream lies in the capture; the newest blocks are looked at first.
    private long Captured(long offset)
    {
        for (var back = 1; back <= Math.Min(nextBlock, BlocksRemembered); back++)
        {
            ref readonly var block = ref blocks[(nextBlock - back) % BlocksRemembered];
            if (offset >= block.Offset)
                return block.Captured + Math.Min(offset - block.Offset, block.Length);
        }
        return nextBlock == 0 ? 0 : blocks[(nextBlock - 1) % BlocksRemembered].Captured;
    }

    private readonly record struct Block(long Offset, long Captured, int Length);
}
