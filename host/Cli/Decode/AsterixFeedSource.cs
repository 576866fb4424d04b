using Fourfold.Sense.Feeds.Transports;

namespace Fourfold.Cli.Decode;

/// <summary>One connection or sender of a feed of ASTERIX: blocks in a stream, or in datagrams.</summary>
internal sealed class AsterixFeedSource(string url, AsterixSurroundings around, Lock turn) : ISource
{
    private readonly AsterixDecodeSink _sink = new(url, around);
    private long _received;

    public void Received(ReadOnlySpan<byte> bytes)
    {
        lock (turn)
        {
            _sink.Push(bytes);
            Show(bytes.Length);
        }
    }

    public void ReceivedWhole(ReadOnlySpan<byte> bytes)
    {
        lock (turn)
        {
            _sink.Datagram(bytes, _received);
            around.Totals.Datagrams++;
            Show(bytes.Length);
        }
    }

    public ValueTask Room(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        lock (turn)
        {
            _sink.End();
            around.Output.Flush();
        }
    }

    private void Show(int bytes)
    {
        _received += bytes;
        around.Totals.Bytes += bytes;
        around.Output.Flush();
    }
}
