using System.ComponentModel;
using System.Diagnostics;
using Fourfold.Testing;
using Xunit;

namespace Fourfold.Host.Tests.Operations;

public sealed class SystemdUnitTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Systemd_accepts_the_unit_without_a_word()
    {
        var (code, said) = await Run("systemd-analyze", "verify", Repository.At("deploy/fourfold.service"));
        Assert.Equal((0, ""), (code, said));
    }

    /// <summary>What the unit starts is what the script builds; a renamed program would be found out on somebody's server.</summary>
    [Fact]
    public void The_unit_starts_the_program_that_the_script_builds()
    {
        const string program = "artifacts/bin/Fourfold.Cli/release/fourfold.dll";
        Assert.Contains($"/opt/fourfold/{program} up ", Read("deploy/fourfold.service"), StringComparison.Ordinal);
        Assert.Contains(program, Read("scripts/build.sh"), StringComparison.Ordinal);
    }

    private static string Read(string path) => File.ReadAllText(Repository.At(path));

    private static async Task<(int Code, string Said)> Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
        }
        using (process)
        {
            using var limit = new CancellationTokenSource(Longest);
            var output = process!.StandardOutput.ReadToEndAsync(limit.Token); // Started, or skipped above.
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, (await output + await error).Trim());
        }
    }
}
