using System.CommandLine;
using Fourfold.Cli.Decode;

namespace Fourfold.Cli.Track;

/// <summary><c>fourfold track</c>: plots and AIS reports of a recording in, system tracks out.</summary>
internal static class TrackCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description =
            "Measurements in order of arrival, one JSON object a line, plain, gzip or zstd; - or none reads standard input",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "-",
    };
    private static readonly Option<string?> Sensors = new("--sensors")
    {
        Description = "The radars, one JSON object a line or an array; without it the first lines of FILE tell them",
    };
    private static readonly Option<double> Every = new("--every")
    {
        Description = "Seconds between the times at which tracks are written, where FILE names none",
        DefaultValueFactory = _ => 5,
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var command = new Command("track", "Track vessels in a recording of radar plots and AIS reports")
        {
            Source,
            Sensors,
            Every,
        };
        Every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.1 and <= 3600))
                result.AddError("--every: 0.1 … 3600 seconds");
        });
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        var run = new TrackRun(StandardOutput.Open(), Console.Error, parsed.GetValue(Every));
        if (parsed.GetValue(Sensors) is { } file && run.ReadSensors(file) is not ExitCode.Ok and var code)
            return code;
        // Elsewhere, so that an interrupt is heard while rows are read.
        var running = Task.Run(() => run.Run(parsed.GetRequiredValue(Source), ct), CancellationToken.None);
        try
        {
            return await running.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // Waiting for more rows cannot be broken off; then all that is known is written, and only the totals are left.
            _ = await Task.WhenAny(running, Task.Delay(Patience, CancellationToken.None));
            run.TellTotals();
            return ExitCode.Interrupted;
        }
    }
}
