using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Fourfold.Cli.Decode;
using Xunit;

namespace Fourfold.Host.Tests.Decode;

/// <summary><c>fourfold decode</c>: sources of every kind in, lines out, and how it ends.</summary>
public sealed class DecodeTests : IDisposable
{
    private const string Position = "!AIVDM,1,1,,A,14`qQb0000o?u?DK>Smo2E`v0404,0*1A\n";
    private const string Another = "!AIVDM,1,1,,B,15NOdr?001o?v:RK@p@QDQBv0D1<,0*44\n";
    private const string Table =
        "MMSI,BaseDateTime,LAT,LON,SOG,COG,Heading\n477307901,2017-12-01T00:00:01,31.9,-76.3,0.0,1.0,352.0\nbad\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fourfold-decode-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("plain")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task A_recording_is_read_however_it_is_packed(string packing)
    {
        var file = Write(packing, Pack(packing, Position + Another));
        var (code, output, errors) = await Run(file);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal("", errors);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("""{"type":1,"mmsi":""", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    public async Task A_packed_recording_that_was_cut_off_gives_what_it_holds_and_fails(string packing)
    {
        var packed = Pack(packing, string.Concat(Enumerable.Repeat(Position + Another, 20_000)));
        var file = Write(packing, packed[..(packed.Length * 3 / 4)]);
        var (code, output, errors) = await Run(file);
        // The framework's gzip takes a file that ends early for a whole one; Zstandard tells.
        Assert.Equal(packing == "zstd" ? ExitCode.Failed : ExitCode.Ok, code);
        Assert.Equal(packing == "zstd", errors.StartsWith(file, StringComparison.Ordinal));
        Assert.Contains("\"type\":1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_known_by_its_header_and_its_bad_row_is_told_with_its_line()
    {
        var file = Write("table.csv", Encoding.UTF8.GetBytes(Table));
        var (code, output, errors) = await Run(options => options with { ShowErrors = true }, file);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(
            """{"mmsi":477307901,"time":"2017-12-01T00:00:01.000Z","offset":42,"latitude":31.900000,"longitude":-76.300000,"speed_knots":0.0,"course_degrees":1.0,"heading_degrees":352}""",
            output.TrimEnd('\n')
        );
        Assert.Equal($"{file}:3: MmsiInvalid at byte 97: bad\n         1 MmsiInvalid\n", errors);
    }

    [Fact]
    public async Task A_table_cannot_be_written_as_gpsd_would()
    {
        var file = Write("table.csv", Encoding.UTF8.GetBytes(Table));
        var (code, output, _) = await Run(options => options with { Format = DecodeFormat.Gpsd }, file);
        Assert.Equal((ExitCode.Usage, ""), (code, output));
    }

    [Fact]
    public async Task What_cannot_be_opened_is_said_and_the_rest_is_read()
    {
        var file = Write("plain", Encoding.ASCII.GetBytes(Position));
        var missing = Path.Combine(_folder.FullName, "nowhere");
        var (code, output, errors) = await Run(missing, file);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith(missing, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_reads_any_more_it_stops_and_that_is_no_failure()
    {
        var file = Write("plain", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Position, 50_000))));
        using var closed = new ClosedPipe();
        var options = new DecodeOptions { Sources = [file] };
        var code = await new DecodeRun(options, closed, TextWriter.Null, TimeProvider.System).Run(
            CancellationToken.None
        );
        Assert.Equal(ExitCode.Ok, code);
        Assert.Equal(1, closed.Attempts);
    }

    [Fact]
    public async Task A_message_of_two_sources_is_written_once_when_asked_for()
    {
        var first = Write("first", Encoding.ASCII.GetBytes(Position + Another));
        var second = Write("second", Encoding.ASCII.GetBytes(Position));
        var (_, output, _) = await Run(options => options with { Unique = true }, first, second);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_row_that_several_stations_brought_is_written_once_when_asked_for()
    {
        const string header = "MMSI,BaseDateTime,LAT,LON\n";
        const string row = "477307901,2017-12-01T00:00:01,31.9,-76.3\n";
        const string later = "477307901,2017-12-01T00:00:02,31.9,-76.3\n";
        var first = Write("first.csv", Encoding.UTF8.GetBytes(header + row + row + later));
        var second = Write("second.csv", Encoding.UTF8.GetBytes(header + row));
        var (_, every, _) = await Run(first, second);
        Assert.Equal(4, every.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var (_, unique, _) = await Run(options => options with { Unique = true }, first, second);
        Assert.Equal(2, unique.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_feed_is_read_through_the_servers_transports_until_interrupted()
    {
        var output = new MemoryStream();
        var errors = new Lines();
        var options = new DecodeOptions { Sources = ["tcp-listen://127.0.0.1:0"], Follow = true };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var run = new DecodeRun(options, output, errors, TimeProvider.System).Run(stop.Token);
        var listening = await errors.First.Task.WaitAsync(stop.Token);
        var at = IPEndPoint.Parse(listening.Split(' ')[^1]);
        using (var sender = new TcpClient())
        {
            await sender.ConnectAsync(at, stop.Token);
            await sender.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Position), stop.Token);
        }
        while (output.Length == 0)
            await Task.Delay(5, stop.Token);
        await stop.CancelAsync();
        Assert.Equal(ExitCode.Ok, await run);
        Assert.StartsWith("{\"type\":1", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--filter type=1,3", "")]
    [InlineData("--filter type=29", "--filter type=29: expected type=1,3,5 or mmsi=413000000,…")]
    [InlineData("tcp://127.0.0.1:1 --follow", "")]
    [InlineData("tcp://nowhere", "tcp://nowhere: feed-url.port-missing at character 7: nowhere")]
    [InlineData("fax://a:1", "fax://a:1: feed-url.transport-unknown at character 1: fax")]
    public void What_is_asked_for_is_checked_before_anything_is_read(string line, string error)
    {
        var errors = DecodeCommand.Create().Parse(line).Errors.Select(e => e.Message);
        Assert.Equal(error, string.Join("; ", errors));
    }

    private Task<(int Code, string Output, string Errors)> Run(params string[] files) => Run(options => options, files);

    private static async Task<(int Code, string Output, string Errors)> Run(
        Func<DecodeOptions, DecodeOptions> change,
        params string[] files
    )
    {
        using var output = new MemoryStream();
        var errors = new StringWriter { NewLine = "\n" };
        var options = change(new DecodeOptions { Sources = files });
        var code = await new DecodeRun(options, output, errors, TimeProvider.System).Run(
            TestContext.Current.CancellationToken
        );
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }

    private string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static byte[] Pack(string packing, string text)
    {
        var packed = new MemoryStream();
        using (
            Stream into =
                packing == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)
                : packing == "zstd" ? new ZstdSharp.CompressionStream(packed, leaveOpen: true)
                : new BufferedStream(packed)
        )
        {
            into.Write(Encoding.ASCII.GetBytes(text));
            into.Flush();
            return packing == "plain" ? packed.ToArray() : Closed(into, packed);
        }
    }

    private static byte[] Closed(Stream into, MemoryStream packed)
    {
        into.Dispose();
        return packed.ToArray();
    }

    /// <summary>A pipe whose reader has left.</summary>
    private sealed class ClosedPipe : MemoryStream
    {
        private const int BrokenPipe = 32;

        public int Attempts { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Attempts++;
            throw new IOException("Broken pipe", BrokenPipe);
        }
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
