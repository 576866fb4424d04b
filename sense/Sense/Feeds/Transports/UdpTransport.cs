using System.Net;
using System.Net.Sockets;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary><c>udp://address:port</c>: takes datagrams, each of whole lines; an address of 224–239 joins that multicast group.</summary>
internal sealed class UdpTransport : ITransport
{
    private const int LargestDatagram = 65_536;

    public string Name => "udp";

    public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
    {
        var address = await Addresses.ToListenOn(url.Host, ct);
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        Bind(socket, address, url.Port);
        intake.Listening(socket.LocalEndPoint!); // Bound.
        var senders = new Senders(intake);
        var buffer = new byte[LargestDatagram];
        var from = new SocketAddress(address.AddressFamily);
        try
        {
            while (true)
            {
                var count = await socket.ReceiveFromAsync(buffer.AsMemory(), SocketFlags.None, from, ct);
                senders.Of(from).ReceivedWhole(buffer.AsSpan(0, count));
            }
        }
        finally
        {
            senders.EndAll();
        }
    }

    private static void Bind(Socket socket, IPAddress address, int port)
    {
        var bytes = address.GetAddressBytes();
        var isGroup = address.AddressFamily is AddressFamily.InterNetwork && bytes[0] is >= 224 and <= 239;
        if (!isGroup)
        {
            socket.Bind(new IPEndPoint(address, port));
            return;
        }
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        socket.SetSocketOption(
            SocketOptionLevel.IP,
            SocketOptionName.AddMembership,
            new MulticastOption(address, IPAddress.Any)
        );
    }

    /// <summary>A source for each sender, so that halves of messages of two receivers are never joined; the longest silent gives way.</summary>
    private sealed class Senders(IIntake intake)
    {
        private readonly Dictionary<SocketAddress, LinkedListNode<(SocketAddress Key, ISource Source)>> byAddress = [];
        private readonly LinkedList<(SocketAddress Key, ISource Source)> byAge = new();

        public ISource Of(SocketAddress from)
        {
            if (byAddress.TryGetValue(from, out var known))
            {
                byAge.Remove(known);
                byAge.AddLast(known);
                return known.Value.Source;
            }
            if (byAge.Count >= intake.MaximumSources && byAge.First is { } oldest)
            {
                byAge.RemoveFirst();
                byAddress.Remove(oldest.Value.Key);
                oldest.Value.Source.Dispose();
            }
            var key = new SocketAddress(from.Family, from.Size);
            from.Buffer.Span[..from.Size].CopyTo(key.Buffer.Span);
            return (byAddress[key] = byAge.AddLast((key, intake.Open()))).Value.Source;
        }

        public void EndAll()
        {
            foreach (var (_, source) in byAge)
                source.Dispose();
        }
    }
}
