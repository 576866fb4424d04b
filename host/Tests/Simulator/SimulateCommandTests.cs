using Fourfold.Cli.Simulate;
using Xunit;

namespace Fourfold.Host.Tests.Simulator;

public sealed class SimulateCommandTests
{
    [Theory]
    [InlineData("strait --out x", "")]
    [InlineData("strait --serve 127.0.0.1:0 --until-stdin-closes --seed 7 --speed 2.5", "")]
    [InlineData("fleet --out - --vessels 20000 --rate 2000 --duration 30 --truth y", "")]
    [InlineData("strait --serve 127.0.0.1:0 --radar-to 127.0.0.1:8600", "")]
    [InlineData("strait --out x --radar-out y", "")]
    [InlineData(
        "strait --serve 127.0.0.1:0 --radar-to 127.0.0.1",
        "--radar-to needs an address and port such as 127.0.0.1:8600"
    )]
    [InlineData("strait --out x --radar-to 127.0.0.1:8600", "--radar-to goes with --serve")]
    [InlineData("strait --serve 127.0.0.1:0 --radar-out y", "--radar-out goes with --out")]
    [InlineData("fleet --out x --radar-out y", "only strait has radars")]
    [InlineData("strait", "give either --serve or --out")]
    [InlineData("strait --serve 127.0.0.1:0 --out x", "give either --serve or --out")]
    [InlineData("strait --serve nowhere", "--serve needs an address and port such as 127.0.0.1:10110")]
    [InlineData("strait --out x --speed 0", "--speed is 0.01 to 1000")]
    [InlineData("fleet --out x --vessels 0", "--vessels is 1 to 200000")]
    [InlineData("fleet --out x --rate 1000000", "--rate is 0.1 to 100000")]
    [InlineData("strait --out x --duration -1", "--duration is 0.1 to 31536000")]
    public void What_is_asked_for_is_checked_before_anything_starts(string line, string error)
    {
        var errors = SimulateCommand.Create().Parse(line).Errors.Select(e => e.Message);
        Assert.Equal(error, string.Join("; ", errors));
    }

    [Fact]
    public async Task A_recording_is_the_same_on_any_day()
    {
        var folder = Directory.CreateTempSubdirectory("fourfold-simulate-");
        try
        {
            var files = new[] { "a", "b" }.Select(f => Path.Combine(folder.FullName, f)).ToList();
            foreach (var file in files)
            {
                string[] arguments = ["strait", "--out", file, "--radar-out", file + ".pcap", "--duration", "20"];
                Assert.Equal(0, await SimulateCommand.Create().Parse(arguments).InvokeAsync());
            }

            foreach (var ending in new[] { "", ".pcap" })
            {
                var bytes = await File.ReadAllBytesAsync(files[0] + ending);
                Assert.NotEmpty(bytes);
                Assert.Equal(bytes, await File.ReadAllBytesAsync(files[1] + ending));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
