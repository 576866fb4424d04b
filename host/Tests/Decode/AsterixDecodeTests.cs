using System.IO.Compression;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using Fourfold.Cli.Decode;
using Fourfold.Codecs.Capture;
using Xunit;

namespace Fourfold.Host.Tests.Decode;

/// <summary><c>fourfold decode --protocol asterix</c>: recordings, pipes, datagrams and multicast groups in, lines out.</summary>
public sealed class AsterixDecodeTests : IDisposable
{
    // A north marker and a sector message of radar 25/201.
    private static readonly byte[] North = [34, 0, 7, 0xC0, 25, 201, 1];
    private static readonly byte[] Sector = [34, 0, 7, 0xC0, 25, 201, 2];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-asterix-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_multicast_group_is_joined_and_its_datagrams_are_read()
    {
        var group = IPAddress.Parse("239.255.43.21");
        var (output, errors) = (new MemoryStream(), new Lines());
        using var stop = Patience();
        var options = new AsterixDecodeOptions { Sources = [$"udp://{group}:0?interface=127.0.0.1"], Follow = true };
        var run = new AsterixDecodeRun(options, output, errors, TimeProvider.System).Run(stop.Token);
        var at = IPEndPoint.Parse((await errors.First.Task.WaitAsync(stop.Token)).Split(' ')[^1]);
        // Another program on this machine hears another group on the same port.
        var otherGroup = IPAddress.Parse("239.255.43.22");
        using var other = new UdpClient(AddressFamily.InterNetwork);
        other.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        other.Client.Bind(new IPEndPoint(IPAddress.Any, at.Port));
        other.JoinMulticastGroup(otherGroup, IPAddress.Loopback);
        using var sender = new UdpClient(AddressFamily.InterNetwork);
        sender.Client.SetSocketOption(
            SocketOptionLevel.IP,
            SocketOptionName.MulticastInterface,
            IPAddress.Loopback.GetAddressBytes()
        );
        await sender.SendAsync(Sector, new IPEndPoint(otherGroup, at.Port), stop.Token);
        await sender.SendAsync(North.AsMemory(0, 5), new IPEndPoint(group, at.Port), stop.Token);
        await sender.SendAsync(North, new IPEndPoint(group, at.Port), stop.Token);
        while (output.Length == 0)
            await Task.Delay(5, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await run);
        // Half a block is told, and does not swallow the datagram behind it.
        Assert.Equal([Line(5 + 3, 1)], Read(output));
        Assert.Contains("         1 BlockTruncated", errors.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Groups of the link or the machine are only known together with their network.</summary>
    [Theory]
    [InlineData("ff01::4246", "interface")]
    [InlineData("ff02::4246", "interface")]
    [InlineData("ff02::4246", "scope")]
    [InlineData("ff05::4246", "interface")]
    public async Task An_IPv6_multicast_group_is_joined_in_a_network_named_by_address_or_scope(string group, string by)
    {
        var network = NetworkWithIPv6();
        Assert.SkipWhen(network is null, "no network of this machine has IPv6 and multicast");
        var (index, address) = network.Value;
        var url =
            by == "scope"
                ? $"udp://[{group}%{index}]:0"
                : $"udp://[{group}]:0?interface={new IPAddress(address.GetAddressBytes())}";
        var (output, errors) = (new MemoryStream(), new Lines());
        using var stop = Patience();
        var options = new AsterixDecodeOptions { Sources = [url], Follow = true };
        var run = new AsterixDecodeRun(options, output, errors, TimeProvider.System).Run(stop.Token);
        var at = IPEndPoint.Parse((await errors.First.Task.WaitAsync(stop.Token)).Split(' ')[^1]);
        using var sender = new UdpClient(AddressFamily.InterNetworkV6);
        sender.Client.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastInterface, index);
        // It does not leave this machine.
        sender.Client.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastTimeToLive, 0);
        var to = new IPEndPoint(new IPAddress(IPAddress.Parse(group).GetAddressBytes(), index), at.Port);
        await sender.SendAsync(North, to, stop.Token);
        while (output.Length == 0)
            await Task.Delay(5, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await run);
        Assert.Equal([Line(3, 1)], Read(output));
    }

    [Fact]
    public async Task A_stream_over_tcp_is_read_however_it_is_split()
    {
        var (output, errors) = (new MemoryStream(), new Lines());
        using var stop = Patience();
        var options = new AsterixDecodeOptions { Sources = ["tcp-listen://127.0.0.1:0"], Follow = true };
        var run = new AsterixDecodeRun(options, output, errors, TimeProvider.System).Run(stop.Token);
        var at = IPEndPoint.Parse((await errors.First.Task.WaitAsync(stop.Token)).Split(' ')[^1]);
        using (var sender = new TcpClient())
        {
            await sender.ConnectAsync(at, stop.Token);
            await sender.GetStream().WriteAsync(North.AsMemory(0, 4), stop.Token);
            await sender.GetStream().WriteAsync((byte[])[.. North[4..], .. Sector], stop.Token);
        }
        while (Read(output).Length < 2)
            await Task.Delay(5, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await run);
        Assert.Equal([Line(3, 1), Line(10, 2)], Read(output));
    }

    [Theory]
    [InlineData("blocks")]
    [InlineData("pcap")]
    [InlineData("pcap.gz")]
    public async Task A_recording_is_read_however_it_is_wrapped_and_packed(string wrapping)
    {
        byte[] bytes = wrapping == "blocks" ? [.. North, .. Sector] : Pcap(North, Sector);
        var file = Write(wrapping, wrapping.EndsWith("gz", StringComparison.Ordinal) ? Gzip(bytes) : bytes);
        var (code, output, errors) = await Run(new AsterixDecodeOptions { Sources = [file], IsCsv = true });
        Assert.Equal((ExitCode.Ok, ""), (code, errors));
        Assert.Equal(3, output.Length);
        Assert.StartsWith("category,edition,offset,sac,sic,", output[0], StringComparison.Ordinal);
        Assert.EndsWith(",25,201,2,,,,,,,,,,,,,,", output[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_grows_is_followed()
    {
        var file = Write("growing", North);
        var output = new MemoryStream();
        using var stop = Patience();
        var options = new AsterixDecodeOptions { Sources = [file], Follow = true };
        var decode = new AsterixDecodeRun(options, output, TextWriter.Null, TimeProvider.System);
        var run = Task.Run(() => decode.Run(stop.Token), stop.Token);
        while (Read(output).Length < 1)
            await Task.Delay(5, stop.Token);
        await File.AppendAllBytesAsync(file, Sector, stop.Token);
        while (Read(output).Length < 2)
            await Task.Delay(5, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await run);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_said_and_the_rest_is_read()
    {
        var missing = Path.Combine(_folder.FullName, "nowhere");
        var (code, output, errors) = await Run(new AsterixDecodeOptions { Sources = [missing, Write("here", North)] });
        Assert.Equal((ExitCode.Failed, 1), (code, output.Length));
        Assert.StartsWith(missing, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("udp://239.1.2.3:8600?interface=192.168.1.5 --follow", "")]
    [InlineData("tcp://radar:8600?interface=192.168.1.5", "parameter-invalid")]
    [InlineData("file://radar.pcap", "name the file itself")]
    [InlineData("radar.pcap --unique", "--unique: only with --protocol nmea")]
    [InlineData("radar.pcap --edition 129=1.2 --filter category=129", "")]
    public void What_is_asked_for_is_checked_before_anything_is_read(string line, string error)
    {
        var errors = DecodeCommand.Create().Parse($"--protocol asterix {line}").Errors.Select(e => e.Message).ToList();
        Assert.Equal(error.Length > 0 ? 1 : 0, errors.Count);
        Assert.Contains(error, string.Join("; ", errors), StringComparison.Ordinal);
    }

    private static (int Index, IPAddress Address)? NetworkWithIPv6() =>
        NetworkInterface
            .GetAllNetworkInterfaces()
            .Where(one => one.SupportsMulticast && one.OperationalStatus is OperationalStatus.Up)
            .Where(one => one.NetworkInterfaceType is not NetworkInterfaceType.Loopback)
            .SelectMany(one => one.GetIPProperties().UnicastAddresses.Select(own => (one, own.Address)))
            .Where(found => found.Address.IsIPv6LinkLocal)
            .Select(found => (found.one.GetIPProperties().GetIPv6Properties().Index, found.Address))
            .Cast<(int, IPAddress)?>()
            .FirstOrDefault();

    private static CancellationTokenSource Patience()
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(TimeSpan.FromSeconds(30));
        return stop;
    }

    private static string Line(long offset, int messageType) =>
        $$$"""{"category":34,"edition":"1.29","offset":{{{offset}}},"length":4,"items":{"010":{"SAC":25,"SIC":201},"000":{{{messageType}}}}}""";

    private static string[] Read(MemoryStream output) =>
        Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<(int Code, string[] Output, string Errors)> Run(AsterixDecodeOptions options)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter { NewLine = "\n" };
        var code = await new AsterixDecodeRun(options, output, errors, TimeProvider.System).Run(
            TestContext.Current.CancellationToken
        );
        return (code, Read(output), errors.ToString());
    }

    private static byte[] Pcap(params byte[][] blocks)
    {
        var file = new byte[PcapWriter.HeaderOctets + blocks.Sum(block => block.Length + PcapWriter.DatagramOverhead)];
        PcapWriter.WriteHeader(file);
        var at = PcapWriter.HeaderOctets;
        foreach (var block in blocks)
            at += PcapWriter.WriteDatagram(block, 0, 40_000, 8600, file.AsSpan(at));
        return file[..at];
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var into = new GZipStream(packed, CompressionLevel.Fastest))
            into.Write(bytes);
        return packed.ToArray();
    }

    private string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    /// <summary>Tells when its first line is there.</summary>
    private sealed class Lines : StringWriter
    {
        public TaskCompletionSource<string> First { get; } = new();

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            First.TrySetResult(value ?? "");
        }
    }
}
