using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Fourfold.Server.Demonstration;

/// <summary>Keeps a child process playing the built-in simulator on a loopback port, and starts it again when it dies.</summary>
internal sealed partial class SimulatorProcess(
    DemonstrationOptions options,
    TimeProvider clock,
    ILogger<SimulatorProcess> log
) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndWait = TimeSpan.FromSeconds(2);

    /// <summary>A port that was free just now, for the child to listen on; the same one over all its lives.</summary>
    internal static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A UDP port that was free just now, for the feed to hear the child's radars on.</summary>
    internal static int FreeUdpPort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port; // Bound, so it has one.
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        var wait = FirstWait;
        while (!ct.IsCancellationRequested)
        {
            var started = clock.GetTimestamp();
            try
            {
                await RunOnce(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                Fell(log, fault);
            }
            wait = clock.GetElapsedTime(started) > LongestWait ? FirstWait : wait * 2;
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, ct);
        }
    }

    private async Task RunOnce(CancellationToken ct)
    {
        var start = new ProcessStartInfo(options.Program, options.Arguments)
        {
            RedirectStandardInput = true, // Its end tells the child that we are gone, however we went.
            RedirectStandardOutput = true,
        };
        using var child = Process.Start(start) ?? throw new InvalidOperationException("the simulator did not start");
        try
        {
            while (await child.StandardOutput.ReadLineAsync(ct) is { } line)
                Said(log, line);
            await child.WaitForExitAsync(ct);
            Ended(log, child.ExitCode);
        }
        finally
        {
            child.StandardInput.Close();
            if (!child.HasExited && !child.WaitForExit(EndWait))
                child.Kill();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Simulator: {Line}")]
    private static partial void Said(ILogger log, string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Simulator ended with {Code}; starting it again")]
    private static partial void Ended(ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Simulator could not be started")]
    private static partial void Fell(ILogger log, Exception exception);
}
