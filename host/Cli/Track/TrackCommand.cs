using System.CommandLine;
using Fourfold.Cli.Decode;

namespace Fourfold.Cli.Track;

/// <summary><c>fourfold track</c>: plots and AIS reports of a recording in, system tracks out.</summary>
internal static class TrackCommand
{
    private static readonly Argument<string> Source = new("FILE")
    {
        Description =
            "Measurements in order of arrival, one JSON object a line, plain, gzip or zstd; - reads standard input",
    };
    private static readonly Option<string?> Sensors = new("--sensors")
    {
        Description = "The radars, one JSON object a line; without it they are the first lines of FILE",
    };
    private static readonly Option<double> Every = new("--every")
    {
        Description = "Seconds between the times at which tracks are written, where FILE names none",
        DefaultValueFactory = _ => 5,
    };

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
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var output = StandardOutput.Open();
        var run = new TrackRun(output, Console.Error, parsed.GetValue(Every));
        if (parsed.GetValue(Sensors) is { } file && run.ReadSensors(file) is not ExitCode.Ok and var code)
            return code;
        return run.Run(parsed.GetRequiredValue(Source));
    }
}
