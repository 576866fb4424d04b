using System.Diagnostics;

namespace Fourfold.Host.Tests.Up;

/// <summary>The program as a person starts it: a child process, on free ports, with a data folder of the test's.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartWait = TimeSpan.FromSeconds(180);
    private readonly Process process;
    private readonly List<string> said = [];

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://localhost");

    /// <summary>What it printed until it was ready.</summary>
    public IReadOnlyList<string> Said => said;

    /// <summary>Starts <c>fourfold up</c> and waits for its line <c>ready</c>.</summary>
    public static async Task<ServerProcess> Up(string data, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "fourfold.dll"));
        foreach (var argument in (string[])["up", "--port", "0", "--data", data, .. more])
            start.ArgumentList.Add(argument);
        if (Testing.TestStore.IsPostgres is false)
            start.Environment.Remove("FOURFOLD_DATABASE");
        var server = new ServerProcess(Process.Start(start) ?? throw new InvalidOperationException("did not start"));
        try
        {
            await server.WaitUntilReady();
            return server;
        }
        catch
        {
            await server.DisposeAsync(); // Or it would outlive the test.
            throw;
        }
    }

    /// <summary>As <c>kill -9</c>: the process gets no chance to tidy up.</summary>
    public async Task KillNow()
    {
        process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager (TERM) or Ctrl-C (INT); its exit code.</summary>
    public async Task<int> Stop(string signalName = "TERM")
    {
        using var signal = Process.Start(
            "kill",
            [$"-{signalName}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillNow();
        process.Dispose();
    }

    private async Task WaitUntilReady()
    {
        using var limit = new CancellationTokenSource(StartWait);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            Keep(line);
            if (!line.StartsWith("ready ", StringComparison.Ordinal))
                continue;
            Url = new Uri(line["ready ".Length..]);
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // Or the pipe would fill up.
            return;
        }
        throw new InvalidOperationException("ended before it was ready:\n" + string.Join('\n', said));
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
    }
}
