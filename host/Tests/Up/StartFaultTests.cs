using System.Net;
using System.Net.Sockets;
using Fourfold.Cli.Up;
using Fourfold.Kernel;
using Fourfold.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fourfold.Host.Tests.Up;

/// <summary>What the person at the terminal reads when a start fails: a sentence that says what to do, no stack trace.</summary>
public sealed class StartFaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fourfold-fault-").FullName;

    private ServerOptions Options =>
        new()
        {
            Data = Path.Combine(folder, "data"),
            Port = 0,
            Demonstration = false,
        };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_damaged_database_is_named_and_kept()
    {
        Directory.CreateDirectory(Options.Data);
        var file = Path.Combine(Options.Data, "fourfold.db");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("no database ", 1000)));
        var said = await Said(Options);
        Assert.Contains("is damaged or no database", said, StringComparison.Ordinal);
        Assert.Contains("restore", said, StringComparison.Ordinal);
        Assert.StartsWith("no database", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        await File.WriteAllTextAsync(Options.Data, "");
        Assert.Contains(Options.Data, await Said(Options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_cannot_be_written_is_not_taken_for_another_Fourfold()
    {
        Assert.SkipUnless(
            Directory.Exists("/proc/self"),
            "needs a folder that nobody can write, such as Linux's /proc"
        );
        var fault = await Record.ExceptionAsync(() => Task.FromResult(Running.TryLock("/proc/self")));
        Assert.NotNull(StartFault.Explain(fault!, Options with { Data = "/proc/self" })); // Record caught one.
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_named()
    {
        var file = Path.Combine(folder, "none.pem");
        var options = Options with { Https = true, HttpsPort = 0, CertificateFile = file, CertificateKeyFile = file };
        Assert.Contains($"--certificate {file}", await Said(options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_options_for_another()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var said = await Said(Options with { Port = port });
        Assert.Contains($":{port}", said, StringComparison.Ordinal);
        Assert.Contains("--port", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_of_a_newer_program_are_left_alone()
    {
        await using (var app = await FourfoldServer.Build(Options))
        await using (var scope = app.Services.CreateAsyncScope())
            await scope
                .ServiceProvider.GetRequiredService<KernelDb>()
                .Database.ExecuteSqlRawAsync("insert into kernel_migrations values ('20991231000000_Later', '99.0.0')");
        var said = await Said(Options);
        Assert.Contains("20991231000000_Later", said, StringComparison.Ordinal);
        Assert.Contains("newer Fourfold", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_server_that_does_not_answer_is_named_without_its_password()
    {
        var said = await Said(
            Options with
            {
                Database = "Host=127.0.0.1;Port=1;Database=x;Username=y;Password=hunter2;Timeout=3",
            }
        );
        Assert.Contains("FOURFOLD_DATABASE", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port 99999", "0 to 65535")]
    [InlineData("--https-port -1", "0 to 65535")]
    [InlineData("--listen nowhere", "not an address")]
    [InlineData("--proxy nginx", "not an address")]
    [InlineData("--certificate a.pem", "go together")]
    public void An_option_that_cannot_be_is_refused_before_anything_starts(string line, string why) =>
        Assert.Contains(
            UpCommand.Create().Parse(line).Errors,
            error => error.Message.Contains(why, StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_feed_that_cannot_be_read_is_refused_with_its_place()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ServerProcess.Up(Options.Data, "--feed", "tcp://mast")
        );
        Assert.Contains("feed-url.port-missing at character", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> Said(ServerOptions options)
    {
        var fault = await Record.ExceptionAsync(async () =>
        {
            await using var app = await FourfoldServer.Build(options);
            await app.StartOrStop();
        });
        Assert.NotNull(fault);
        var said = StartFault.Explain(fault, options);
        Assert.True(said is not null, fault.ToString());
        return said;
    }
}
