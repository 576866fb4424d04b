using System.Net;
using System.Net.Sockets;
using Fourfold.Simulator;
using Fourfold.Simulator.Play;

namespace Fourfold.Cli.Simulate;

/// <summary>What <c>simulate</c> was asked for.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Seed">Chance.</param>
internal sealed record SimulateOptions(string Scenario, ulong Seed)
{
    public IPEndPoint? Serve { get; init; }
    public string? Out { get; init; }
    public string? Truth { get; init; }
    public IPEndPoint? RadarTo { get; init; }
    public string? RadarOut { get; init; }
    public TimeSpan? Duration { get; init; }
    public double Speed { get; init; } = 1;
    public int Vessels { get; init; } = 20_000;
    public double Rate { get; init; } = 2_000;
    public bool UntilStdinCloses { get; init; }
}

/// <summary>Runs a scenario until its end, SIGTERM, Ctrl-C, or the end of standard input.</summary>
internal static class Simulation
{
    // A recording always begins here, so that the same seed gives the same bytes on any day.
    private static readonly DateTimeOffset RecordedStart = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan RecordedDuration = TimeSpan.FromMinutes(10);

    public static async Task<int> Run(SimulateOptions options, CancellationToken ct)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (options.UntilStdinCloses)
        {
            _ = EndWithInput(ending);
        }

        try
        {
            using var truth = options.Truth is { } path ? new TruthWriter(File.Create(path)) : null;
            return options.Serve is { } endPoint
                ? await Serve(options, endPoint, truth, ending.Token)
                : await Record(options, truth, ending.Token);
        }
        catch (Exception fault) when (fault is IOException or SocketException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<int> Serve(
        SimulateOptions options,
        IPEndPoint endPoint,
        TruthWriter? truth,
        CancellationToken ct
    )
    {
        var clock = TimeProvider.System;
        using var radar = options.RadarTo is { } to ? new DatagramSender(to) : null;
        if (radar is not null)
            // To make a sea takes most of a second the first time, and a plot that late is of no use.
            Make(options, clock.GetUtcNow(), withTimes: false).Next();
        await using var server = new LineServer(endPoint);
        await Console.Out.WriteLineAsync($"listening {server.EndPoint}");
        await Console.Out.FlushAsync(ct);
        try
        {
            await server.FirstClient.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }

        var outlets = new Outlets(server.Broadcast) { Datagrams = radar is null ? null : radar.Send, Truth = truth };
        var began = radar is null ? (long?)null : clock.GetTimestamp();
        var scenario = Make(options, clock.GetUtcNow(), withTimes: false);
        await Player.Play(scenario, outlets, options.Duration, options.Speed, clock, ct, began);
        await Console.Error.WriteLineAsync($"ended; {server.Dropped} clients dropped");
        if (radar is not null)
            await Console.Error.WriteLineAsync($"{radar.Sent} radar datagrams sent, {radar.Failed} failed");
        return 0;
    }

    private static async Task<int> Record(SimulateOptions options, TruthWriter? truth, CancellationToken ct)
    {
        var scenario = Make(options, RecordedStart, withTimes: true);
        await using var lines = options.Out == "-" ? Console.OpenStandardOutput() : File.Create(options.Out ?? "-");
        await using var buffered = new BufferedStream(lines, 1 << 16);
        using var radar = options.RadarOut is { } path
            ? new RadarCapture(new BufferedStream(File.Create(path), 1 << 16), RecordedStart)
            : null;
        await Player.Record(scenario, buffered, truth, options.Duration ?? RecordedDuration, ct, radar);
        return 0;
    }

    private static IScenario Make(SimulateOptions options, DateTimeOffset start, bool withTimes) =>
        Scenarios.Make(
            options.Scenario,
            new ScenarioOptions(options.Seed, start)
            {
                WithTimes = withTimes,
                WithRadars = options.RadarTo is not null || options.RadarOut is not null,
                FleetVessels = options.Vessels,
                FleetRate = options.Rate,
            }
        ) ?? throw new ArgumentException($"no scenario {options.Scenario}", nameof(options));

    private static async Task EndWithInput(CancellationTokenSource ending)
    {
        var input = Console.OpenStandardInput();
        var sink = new byte[256];
        while (await input.ReadAsync(sink, ending.Token) > 0) { }
        await ending.CancelAsync();
    }
}
