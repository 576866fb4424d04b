using System.Net;
using System.Net.Sockets;

namespace Fourfold.Simulator.Play;

/// <summary>Sends datagrams to one address over UDP, as a radar in the network does: whether somebody listens or not.</summary>
public sealed class DatagramSender : IDisposable
{
    private readonly Socket socket;
    private readonly IPEndPoint to;

    /// <summary>Opens a socket; nothing is sent yet.</summary>
    /// <exception cref="SocketException">There is no such family of addresses here.</exception>
    public DatagramSender(IPEndPoint to)
    {
        this.to = to;
        socket = new Socket(to.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
    }

    /// <summary>Datagrams given to the network.</summary>
    public long Sent { get; private set; }

    /// <summary>Datagrams that it would not take: no way there, or its buffer was full.</summary>
    public long Failed { get; private set; }

    /// <summary>Sends one, or counts it as failed; never waits.</summary>
    public void Send(ReadOnlyMemory<byte> datagram)
    {
        try
        {
            socket.SendTo(datagram.Span, to);
            Sent++;
        }
        catch (SocketException)
        {
            Failed++;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
