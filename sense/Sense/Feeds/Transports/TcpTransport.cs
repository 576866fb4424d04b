using System.Net.Sockets;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary><c>tcp://host:port</c>: connects to a receiver or server that sends.</summary>
internal sealed class TcpTransport : ITransport
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(10);

    public string Name => "tcp";

    public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(ct))
        {
            limit.CancelAfter(ConnectLimit);
            try
            {
                await socket.ConnectAsync(url.Host, url.Port, limit.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                throw new SocketException((int)SocketError.TimedOut);
            }
        }
        await SocketReading.ReadToEnd(socket, intake, ct);
        return false;
    }
}

/// <summary>Reads a connected socket to its end into a source of its own.</summary>
internal static class SocketReading
{
    private const int BufferBytes = 64 * 1024;

    public static async Task ReadToEnd(Socket socket, IIntake intake, CancellationToken ct)
    {
        // Notices a cable that was pulled; what a sender says is not our business to ask for.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 30);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 10);
        using var source = intake.Open();
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), ct) is > 0 and var count)
                source.Received(buffer.AsSpan(0, count));
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
