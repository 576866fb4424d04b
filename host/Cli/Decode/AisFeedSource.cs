using Fourfold.Codecs.Ais;
using Fourfold.Sense.Feeds.Transports;

namespace Fourfold.Cli.Decode;

/// <summary>One connection, sender or playback of a feed of sentences.</summary>
internal sealed class AisFeedSource(string url, DecodeSurroundings around, Lock turn) : ISource
{
    private readonly AisReader _reader = new(around.Options.Checksums);
    private DecodeSink _sink = new(url, around);

    public void Received(ReadOnlySpan<byte> bytes) => Take(bytes, isWhole: false);

    public void ReceivedWhole(ReadOnlySpan<byte> bytes) => Take(bytes, isWhole: true);

    public ValueTask Room(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        lock (turn)
        {
            _reader.EndOfSource(Now(), ref _sink);
            around.Totals.Bytes += _reader.Offset;
            around.Totals.Sentences += _reader.Sentences;
            around.Output.Flush();
        }
    }

    private void Take(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        lock (turn)
        {
            var now = Now();
            _sink.NowUnixMs = now;
            _reader.Push(bytes, now, ref _sink);
            if (isWhole)
                _reader.Flush(now, ref _sink);
            around.Output.Flush();
        }
    }

    private long Now() => around.Clock.GetUtcNow().ToUnixTimeMilliseconds();
}
