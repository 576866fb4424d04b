using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Fourfold.Simulator.Play;

/// <summary>Serves the same bytes to every TCP client, as a receiver in the network does.</summary>
/// <remarks>A client that does not keep up is dropped and counted; it never slows the others or takes memory.</remarks>
public sealed class LineServer : IAsyncDisposable
{
    /// <summary>Clients at once; further ones are turned away and counted as dropped.</summary>
    public const int MaximumClients = 64;

    /// <summary>Pieces waiting for one client, each what the scenario said in some 20 ms.</summary>
    public const int MaximumPending = 512;

    private readonly TcpListener listener;
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource firstClient = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private readonly List<Client> clients = [];
    private readonly Task accepting;
    private long dropped;
    private bool isDisposed;

    /// <summary>Listens at once.</summary>
    /// <exception cref="SocketException">The address is taken or not ours.</exception>
    public LineServer(IPEndPoint endPoint)
    {
        listener = new TcpListener(endPoint);
        listener.Start();
        accepting = Accept();
    }

    /// <summary>Where it listens; with the port chosen when 0 was asked for.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)listener.LocalEndpoint;

    /// <summary>Ends when somebody is listening.</summary>
    public Task FirstClient => firstClient.Task;

    /// <summary>Clients that were too slow or one too many.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>Clients now.</summary>
    public int Clients
    {
        get
        {
            lock (gate)
            {
                return clients.Count;
            }
        }
    }

    /// <summary>Hands a piece to every client; the bytes must not change afterwards.</summary>
    public void Broadcast(ReadOnlyMemory<byte> lines)
    {
        lock (gate)
        {
            for (var i = clients.Count - 1; i >= 0; i--)
            {
                if (!clients[i].Pending.Writer.TryWrite(lines))
                {
                    Interlocked.Increment(ref dropped);
                    clients[i].Dispose();
                    clients.RemoveAt(i);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (isDisposed)
            {
                return;
            }

            isDisposed = true;
        }

        await stopping.CancelAsync();
        listener.Stop();
        await accepting;
        lock (gate)
        {
            clients.ForEach(client => client.Dispose());
            clients.Clear();
        }

        stopping.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                Admit(await listener.AcceptTcpClientAsync(stopping.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener is closed: nobody else can come.
        }
    }

    private void Admit(TcpClient connection)
    {
        var client = new Client(connection);
        lock (gate)
        {
            if (clients.Count >= MaximumClients)
            {
                Interlocked.Increment(ref dropped);
                client.Dispose();
                return;
            }

            clients.Add(client);
        }

        _ = Send(client);
        firstClient.TrySetResult();
    }

    private async Task Send(Client client)
    {
        try
        {
            await foreach (var lines in client.Pending.Reader.ReadAllAsync(stopping.Token))
            {
                await client.Connection.GetStream().WriteAsync(lines, stopping.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            // Gone, dropped, or we are.
        }

        lock (gate)
        {
            clients.Remove(client);
        }

        client.Dispose();
    }

    private sealed class Client(TcpClient connection) : IDisposable
    {
        public TcpClient Connection { get; } = connection;

        public Channel<ReadOnlyMemory<byte>> Pending { get; } =
            Channel.CreateBounded<ReadOnlyMemory<byte>>(
                new BoundedChannelOptions(MaximumPending) { SingleReader = true }
            );

        public void Dispose()
        {
            Pending.Writer.TryComplete();
            Connection.Dispose();
        }
    }
}
