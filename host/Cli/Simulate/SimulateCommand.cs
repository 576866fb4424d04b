using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Fourfold.Simulator;

namespace Fourfold.Cli.Simulate;

/// <summary><c>fourfold simulate</c>: plays a simulated sea to TCP clients or into a file.</summary>
internal static class SimulateCommand
{
    private static readonly Argument<string> Scenario = new("scenario")
    {
        Description = "strait (the demonstration, some 250 vessels) or fleet (for measurements)",
    };
    private static readonly Option<ulong> Seed = With("--seed", "Chance; the same seed gives the same bytes", 1UL);
    private static readonly Option<string?> Serve = With<string?>(
        "--serve",
        "HOST:PORT to serve lines on in time, beginning with the first client; port 0 takes a free one",
        null
    );
    private static readonly Option<string?> Out = With<string?>(
        "--out",
        "File to write lines to, - for the terminal",
        null
    );
    private static readonly Option<string?> Truth = With<string?>("--truth", "File for true positions, NDJSON", null);
    private static readonly Option<string?> RadarTo = With<string?>(
        "--radar-to",
        "HOST:PORT to send radar plots to over UDP, ASTERIX 048 and 034, with --serve",
        null
    );
    private static readonly Option<string?> RadarOut = With<string?>(
        "--radar-out",
        "File for radar plots, pcap, with --out",
        null
    );
    private static readonly Option<double?> Duration = Within<double?>(
        "--duration",
        "Seconds of the scenario; 600 for a file, no end when serving",
        null,
        0.1,
        31_536_000
    );
    private static readonly Option<double> Rapidity = Within(
        "--speed",
        "Times as fast as the world, when serving",
        1.0,
        0.01,
        1_000
    );
    private static readonly Option<int> Vessels = Within(
        "--vessels",
        "Number of vessels of a fleet",
        20_000,
        1,
        200_000
    );
    private static readonly Option<double> Rate = Within(
        "--rate",
        "Position reports a second of a fleet",
        2_000.0,
        0.1,
        100_000
    );
    private static readonly Option<bool> UntilStdinCloses = With(
        "--until-stdin-closes",
        "End when standard input does, as a child that must not outlive its parent",
        false
    );

    public static Command Create()
    {
        var command = new Command("simulate", "Play a simulated sea") { Scenario };
        Scenario.AcceptOnlyFromAmong([.. Scenarios.Names]);
        foreach (
            var option in new Option[]
            {
                Seed,
                Serve,
                Out,
                Truth,
                RadarTo,
                RadarOut,
                Duration,
                Rapidity,
                Vessels,
                Rate,
                UntilStdinCloses,
            }
        )
            command.Add(option);
        command.Validators.Add(Check);
        command.SetAction((parsed, ct) => Simulation.Run(Read(parsed), ct));
        return command;
    }

    private static void Check(CommandResult result)
    {
        var (serve, file) = (result.GetValue(Serve), result.GetValue(Out));
        var (radarTo, radarOut) = (result.GetValue(RadarTo), result.GetValue(RadarOut));
        if (serve is null == file is null)
            result.AddError("give either --serve or --out");
        if (serve is not null && !IPEndPoint.TryParse(serve, out _))
            result.AddError("--serve needs an address and port such as 127.0.0.1:10110");
        if (radarTo is not null && !(IPEndPoint.TryParse(radarTo, out var to) && to.Port > 0))
            result.AddError("--radar-to needs an address and port such as 127.0.0.1:8600");
        if (radarTo is not null && serve is null)
            result.AddError("--radar-to goes with --serve");
        if (radarOut is not null && file is null)
            result.AddError("--radar-out goes with --out");
        if ((radarTo ?? radarOut) is not null && result.GetValue(Scenario) != "strait")
            result.AddError("only strait has radars");
    }

    private static SimulateOptions Read(ParseResult parsed) =>
        new(parsed.GetRequiredValue(Scenario), parsed.GetRequiredValue(Seed))
        {
            Serve = parsed.GetValue(Serve) is { } address ? IPEndPoint.Parse(address) : null,
            Out = parsed.GetValue(Out),
            Truth = parsed.GetValue(Truth),
            RadarTo = parsed.GetValue(RadarTo) is { } radar ? IPEndPoint.Parse(radar) : null,
            RadarOut = parsed.GetValue(RadarOut),
            Duration = parsed.GetValue(Duration) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Speed = parsed.GetRequiredValue(Rapidity),
            Vessels = parsed.GetRequiredValue(Vessels),
            Rate = parsed.GetRequiredValue(Rate),
            UntilStdinCloses = parsed.GetRequiredValue(UntilStdinCloses),
        };

    private static Option<T> With<T>(string name, string description, T otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };

    /// <summary>An option with a range, which is told when it is left.</summary>
    private static Option<T> Within<T>(string name, string description, T otherwise, double least, double most)
    {
        var option = With(name, description, otherwise);
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<T>() is IConvertible given)
            {
                var number = given.ToDouble(CultureInfo.InvariantCulture);
                if (!(number >= least && number <= most))
                    result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {least} to {most}"));
            }
        });
        return option;
    }
}
