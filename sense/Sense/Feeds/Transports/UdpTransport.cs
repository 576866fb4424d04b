using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary>
/// <c>udp://address:port</c>: takes datagrams, each of whole lines. An address of 224–239 or ff00::/8 joins that multicast
/// group, in the network of this machine's address <c>interface</c> when it is given. Groups of the link or the machine
/// (ff02::/16, ff01::/16) need that, or the network's scope behind the address: <c>[ff02::1%eth0]</c>.
/// </summary>
internal sealed class UdpTransport : ITransport
{
    private const int LargestDatagram = 65_536;

    public string Name => "udp";

    public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
    {
        var address = await Addresses.ToListenOn(url.Host, ct);
        using var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        Bind(socket, address, url);
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

    private static void Bind(Socket socket, IPAddress address, FeedUrl url)
    {
        if (!IsGroup(address))
        {
            socket.Bind(new IPEndPoint(address, url.Port));
            return;
        }
        if (address.AddressFamily is AddressFamily.InterNetworkV6 && url.Interface is { } network)
            address.ScopeId = IndexOf(network);
        // Several programs may hear the same group.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        // Bound to the group, so that what others on this machine have joined on the same port is not heard; Windows cannot.
        socket.Bind(new IPEndPoint(OperatingSystem.IsWindows() ? AnyOf(address) : address, url.Port));
        Join(socket, address, url.Interface);
    }

    private static void Join(Socket socket, IPAddress group, IPAddress? network)
    {
        if (group.AddressFamily is AddressFamily.InterNetwork)
            socket.SetSocketOption(
                SocketOptionLevel.IP,
                SocketOptionName.AddMembership,
                new MulticastOption(group, network ?? IPAddress.Any)
            );
        else
            socket.SetSocketOption(
                SocketOptionLevel.IPv6,
                SocketOptionName.AddMembership,
                new IPv6MulticastOption(group, group.ScopeId)
            );
    }

    private static bool IsGroup(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetwork
            ? address.GetAddressBytes()[0] is >= 224 and <= 239
            : address.IsIPv6Multicast;

    private static IPAddress AnyOf(IPAddress address) =>
        address.AddressFamily is AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any;

    private static int IndexOf(IPAddress network) =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .Select(one => one.GetIPProperties())
            .Where(one => one.UnicastAddresses.Any(own => IsSame(own.Address, network)))
            .Select(one => one.GetIPv6Properties().Index)
            .FirstOrDefault(-1)
            is >= 0
                and var index
            ? index
            : throw new SocketException((int)SocketError.AddressNotAvailable);

    // Whether or not an address of the link came with its scope.
    private static bool IsSame(IPAddress own, IPAddress network) =>
        own.Equals(network)
        || (
            network.IsIPv6LinkLocal
            && network.ScopeId == 0
            && own.GetAddressBytes().SequenceEqual(network.GetAddressBytes())
        );

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
