using System.Net;
using System.Net.Sockets;

namespace Fourfold.Sense.Feeds.Transports;

/// <summary><c>tcp-listen://address:port</c>: waits for senders, several at once, each a source of its own.</summary>
internal sealed class TcpListenTransport : ITransport
{
    public string Name => "tcp-listen";

    public async Task<bool> Run(FeedUrl url, IIntake intake, CancellationToken ct)
    {
        var address = await Addresses.ToListenOn(url.Host, ct);
        using var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        // Else a restart would wait for the old connections to be forgotten by the system.
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(address, url.Port));
        listener.Listen(intake.MaximumSources);
        intake.Listening(listener.LocalEndPoint!); // Bound.
        using var places = new SemaphoreSlim(intake.MaximumSources);
        // When listening fails its senders go too: one that stays would keep the feed from listening again.
        using var serving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var senders = new HashSet<Task>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(ct);
                senders.RemoveWhere(sender => sender.IsCompleted);
                if (places.Wait(TimeSpan.Zero, CancellationToken.None))
                {
                    senders.Add(Serve(socket, intake, places, serving.Token));
                    continue;
                }
                intake.Dropped("connectionRefused");
                socket.Dispose();
            }
        }
        finally
        {
            listener.Close();
            await serving.CancelAsync();
            await Task.WhenAll(senders);
        }
    }

    private static async Task Serve(Socket socket, IIntake intake, SemaphoreSlim places, CancellationToken ct)
    {
        try
        {
            using (socket)
                await SocketReading.ReadToEnd(socket, intake, ct);
        }
        catch (SocketException)
        {
            intake.Dropped("connectionBroken");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { } // The feed ends; so does this sender.
        finally
        {
            places.Release();
        }
    }
}

internal static class Addresses
{
    /// <summary>The address a name stands for; <c>*</c> is not allowed, <c>0.0.0.0</c> and <c>::</c> are all of them.</summary>
    public static async Task<IPAddress> ToListenOn(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host, out var address))
            return address;
        var found = await Dns.GetHostAddressesAsync(host, ct);
        return found.Length > 0 ? found[0] : throw new SocketException((int)SocketError.HostNotFound);
    }
}
